package io.ridecast.forecasting.backtest.report;

import io.ridecast.forecasting.backtest.BacktestForecast;
import io.ridecast.forecasting.backtest.BacktestPlan;
import io.ridecast.forecasting.backtest.Method;
import io.ridecast.forecasting.backtest.Score;
import io.ridecast.forecasting.backtest.Scoreboard;
import java.util.List;
import java.util.Locale;

/** All methods side by side, by lead. */
final class ScoreSection {
  private ScoreSection() {}

  static String of(String heading, List<BacktestForecast> forecasts) {
    Scoreboard board = Scoreboard.of(forecasts);
    StringBuilder table = new StringBuilder("<table class='scores'>");
    table.append(
        Html.heading(
            "Lead", "", "WAPE", "of naive", "MASE", "Bias of mean", "Pinball", "Within P10-P90"));
    for (int lead = 1; lead <= BacktestPlan.LEADS; lead++) {
      for (Method method : Method.values()) {
        Score naive = board.lead(lead, Method.SEASONAL_NAIVE);
        table.append(row(Integer.toString(lead), method, board.lead(lead, method), naive));
      }
    }
    for (Method method : Method.values()) {
      Score naive = board.overall(Method.SEASONAL_NAIVE);
      table.append(row("all", method, board.overall(method), naive));
    }
    return Html.section(heading, table.append("</table>").toString());
  }

  private static String row(String lead, Method method, Score score, Score naive) {
    boolean model = method == Method.RIDECAST;
    return Html.row(
        (model ? "model" : "other") + (lead.equals("all") ? " all" : ""),
        model ? lead : "",
        method.label(),
        number("%.4f", score.wape()),
        number("%.3f", score.wape() / naive.wape()),
        number("%.3f", score.mase()),
        number("%+.1f %%", 100 * score.bias()),
        number("%.4f", score.pinball()),
        model ? number("%.1f %%", 100 * score.coverage()) : "");
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
