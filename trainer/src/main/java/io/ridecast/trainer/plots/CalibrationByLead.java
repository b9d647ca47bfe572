package io.ridecast.trainer.plots;

import io.ridecast.forecasting.charts.Chart;
import io.ridecast.forecasting.charts.ChartFile;
import io.ridecast.forecasting.features.FeatureRows;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How many days came out at or below each quantile, by lead, beside what it promises. */
final class CalibrationByLead {
  private static final int LEADS = FeatureRows.LAST_LEAD;
  private static final double ALL = 100;

  private CalibrationByLead() {}

  static byte[] of(List<JudgedForecast> judged) {
    Chart chart =
        new Chart(640, 280, 0.5, LEADS + 0.5, 0, ALL).scale("%.0f %%").mark(10).mark(50).mark(90);
    for (int lead = 1; lead <= LEADS; lead++) {
      chart.label(lead, "lead " + lead);
      bar(chart, lead - 0.36, share(judged, lead, JudgedForecast::low), "P10");
      bar(chart, lead - 0.1, share(judged, lead, JudgedForecast::median), "P50");
      bar(chart, lead + 0.16, share(judged, lead, JudgedForecast::high), "P90");
    }
    return ChartFile.of(
        "Calibration: days at or below P10, P50, P90 (dashed: promised)",
        chart,
        "ridecast",
        "share of the held-out days");
  }

  private static void bar(Chart chart, double left, double share, String quantile) {
    String text = String.format(Locale.ROOT, "%s: %.1f %%", quantile, share);
    chart.bar(left, left + 0.22, 0, share, "ridecast", text);
  }

  private static double share(
      List<JudgedForecast> judged, int lead, ToDoubleFunction<JudgedForecast> quantile) {
    return ALL
        * judged.stream()
            .filter(each -> each.lead() == lead)
            .mapToDouble(each -> each.actual() <= quantile.applyAsDouble(each) ? 1 : 0)
            .average()
            .orElse(0);
  }
}
