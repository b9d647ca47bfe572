package io.ridecast.forecasting.backtest.report;

import io.ridecast.forecasting.backtest.BacktestForecast;
import io.ridecast.forecasting.backtest.BacktestPlan;
import io.ridecast.forecasting.backtest.Method;
import io.ridecast.forecasting.backtest.Scoreboard;
import io.ridecast.forecasting.charts.Chart;
import java.util.List;
import java.util.Map;

/** Error by lead, and where the days fell against the quantiles. */
final class LeadSection {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 240;
  private static final Map<Method, String> STYLES =
      Map.of(
          Method.RIDECAST, "ridecast",
          Method.SEASONAL_NAIVE, "naive",
          Method.FOUR_WEEKS, "four",
          Method.CALENDAR_TREES, "trees");
  private static final double[] LEVELS = {0.1, 0.5, 0.9};

  private LeadSection() {}

  static String of(List<BacktestForecast> forecasts) {
    return Html.section(
        "Error and calibration by lead",
        "<div class='pair'><figure>",
        Html.legend(
            "ridecast",
            Method.RIDECAST.label(),
            "naive",
            Method.SEASONAL_NAIVE.label(),
            "four",
            Method.FOUR_WEEKS.label(),
            "trees",
            Method.CALENDAR_TREES.label()),
        errors(Scoreboard.of(forecasts)),
        "<figcaption>WAPE of the median by lead.</figcaption></figure><figure>",
        Html.legend("ridecast", "days at or below the quantile", "markline", "as promised"),
        calibration(forecasts),
        "<figcaption>Share of days at or below P10, P50 and P90, by lead. Where counts are small,"
            + " a day often equals a quantile, and the shares lie above the promise."
            + "</figcaption></figure></div>");
  }

  private static String errors(Scoreboard board) {
    double most = 0.1;
    for (Method method : Method.values()) {
      for (int lead = 1; lead <= BacktestPlan.LEADS; lead++) {
        double wape = board.lead(lead, method).wape();
        most = Math.max(most, Double.isNaN(wape) ? 0 : 1.05 * wape);
      }
    }
    Chart chart = new Chart(WIDTH, HEIGHT, 0.5, BacktestPlan.LEADS + 0.5, 0, most).scale("%.2f");
    for (int lead = 1; lead <= BacktestPlan.LEADS; lead++) {
      chart.label(lead, "lead " + lead);
      double left = lead - 0.4;
      for (Method method : Method.values()) {
        double wape = board.lead(lead, method).wape();
        chart.bar(
            left,
            left + 0.18,
            0,
            Double.isNaN(wape) ? 0 : wape,
            STYLES.getOrDefault(method, "naive"),
            "%s, lead %d: %.4f".formatted(method.label(), lead, wape));
        left += 0.2;
      }
    }
    return chart.svg("error by lead");
  }

  private static String calibration(List<BacktestForecast> forecasts) {
    Chart chart = new Chart(WIDTH, HEIGHT, 0.5, BacktestPlan.LEADS + 0.5, 0, 100).scale("%.0f %%");
    for (double level : LEVELS) {
      chart.mark(100 * level);
    }
    for (int lead = 1; lead <= BacktestPlan.LEADS; lead++) {
      chart.label(lead, "lead " + lead);
      for (int at = 0; at < LEVELS.length; at++) {
        double share = share(forecasts, lead, LEVELS[at]);
        chart.bar(
            lead - 0.36 + 0.26 * at,
            lead - 0.14 + 0.26 * at,
            0,
            share,
            "ridecast",
            "P%.0f, lead %d: %.1f %%".formatted(100 * LEVELS[at], lead, share));
      }
    }
    return chart.svg("calibration by lead");
  }

  private static double share(List<BacktestForecast> forecasts, int lead, double level) {
    return 100
        * forecasts.stream()
            .filter(forecast -> forecast.lead() == lead && !Double.isNaN(forecast.actual()))
            .mapToDouble(forecast -> forecast.actual() <= quantile(forecast, level) ? 1 : 0)
            .average()
            .orElse(0);
  }

  private static double quantile(BacktestForecast forecast, double level) {
    return level < 0.5 ? forecast.p10() : level > 0.5 ? forecast.p90() : forecast.p50();
  }
}
