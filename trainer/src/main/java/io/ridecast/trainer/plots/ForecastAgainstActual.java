package io.ridecast.trainer.plots;

import io.ridecast.forecasting.charts.Chart;
import io.ridecast.forecasting.charts.ChartFile;
import io.ridecast.forecasting.training.HeldOutForecast;
import io.ridecast.forecasting.training.HeldOutForecasts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole city day by day: the sum of the means that were forecast a day before, and of rides.
 */
final class ForecastAgainstActual {
  private static final int DAYS_A_LABEL = 14;

  private ForecastAgainstActual() {}

  static byte[] of(HeldOutForecasts heldOut) {
    Map<LocalDate, double[]> days = new TreeMap<>();
    for (HeldOutForecast forecast : heldOut.all()) {
      if (forecast.lead() == 1) {
        double[] sums = days.computeIfAbsent(forecast.target(), day -> new double[2]);
        sums[0] += forecast.raw().mean();
        sums[1] += forecast.actual();
      }
    }
    return ChartFile.of(
        "Forecast against actual: rides of all communities, a day ahead",
        chart(days),
        "ridecast",
        "forecast (sum of means)",
        "actual",
        "rides");
  }

  private static Chart chart(Map<LocalDate, double[]> days) {
    List<LocalDate> dates = List.copyOf(days.keySet());
    double[] at = dates.stream().mapToDouble(LocalDate::toEpochDay).toArray();
    double[] forecast = days.values().stream().mapToDouble(sums -> sums[0]).toArray();
    double most =
        days.values().stream().mapToDouble(sums -> Math.max(sums[0], sums[1])).max().orElse(1);
    double first = at.length == 0 ? 0 : at[0] - 1;
    double last = at.length == 0 ? 1 : at[at.length - 1] + 1;
    Chart chart =
        new Chart(860, 260, first, last, 0, 1.05 * most)
            .scale("%,.0f")
            .line(at, forecast, "ridecast");
    days.forEach((day, sums) -> dot(chart, day, sums));
    for (int index = 0; index < at.length; index += DAYS_A_LABEL) {
      chart.label(at[index], dates.get(index).toString());
    }
    return chart;
  }

  private static void dot(Chart chart, LocalDate day, double[] sums) {
    String text = String.format(Locale.ROOT, "%s: %.0f, forecast %.0f", day, sums[1], sums[0]);
    chart.dot((double) day.toEpochDay(), sums[1], "actual", text);
  }
}
