package io.ridecast.forecasting.backtest.report;

import io.ridecast.forecasting.backtest.BacktestForecast;
import io.ridecast.forecasting.charts.Chart;
import io.ridecast.forecasting.charts.Markup;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One series day by day: what was forecast a day before, and what came. */
final class DayChart {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 200;

  private DayChart() {}

  static String of(String name, List<BacktestForecast> forecasts) {
    List<BacktestForecast> days =
        forecasts.stream()
            .filter(forecast -> forecast.lead() == 1)
            .sorted(Comparator.comparing(BacktestForecast::date))
            .toList();
    if (days.isEmpty()) {
      return "";
    }
    double[] dates = values(days, day -> (double) day.date().toEpochDay());
    double[] upper = values(days, BacktestForecast::p90);
    double most = 1;
    for (BacktestForecast day : days) {
      most = Math.max(most, Math.max(day.p90(), Double.isNaN(day.actual()) ? 0 : day.actual()));
    }
    Chart chart =
        new Chart(WIDTH, HEIGHT, dates[0] - 1, dates[dates.length - 1] + 1, 0, 1.05 * most)
            .scale("%,.0f")
            .band(dates, values(days, BacktestForecast::p10), upper, "ridecast")
            .line(dates, values(days, BacktestForecast::p50), "ridecast");
    for (BacktestForecast day : days) {
      if (!Double.isNaN(day.actual())) {
        chart.dot((double) day.date().toEpochDay(), day.actual(), "actual", said(day));
      }
    }
    months(chart, days.get(0).date(), days.get(days.size() - 1).date());
    return "<figure>"
        + chart.svg(name)
        + "<figcaption>"
        + Markup.escaped(name)
        + "</figcaption></figure>";
  }

  private static void months(Chart chart, LocalDate first, LocalDate last) {
    LocalDate month = first.withDayOfMonth(1).plusMonths(1);
    int every = (int) Math.max(1, (last.toEpochDay() - first.toEpochDay()) / 360);
    while (!month.isAfter(last)) {
      chart.label((double) month.toEpochDay(), month.toString().substring(0, 7));
      month = month.plusMonths(every);
    }
  }

  private static String said(BacktestForecast day) {
    return "%s: %.0f rides, forecast %.0f (%.0f to %.0f)"
        .formatted(day.date(), day.actual(), day.p50(), day.p10(), day.p90());
  }

  private static double[] values(
      List<BacktestForecast> days, ToDoubleFunction<BacktestForecast> value) {
    return days.stream().mapToDouble(value).toArray();
  }
}
