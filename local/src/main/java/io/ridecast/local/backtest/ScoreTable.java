package io.ridecast.local.backtest;

import io.ridecast.forecasting.backtest.BacktestPlan;
import io.ridecast.forecasting.backtest.Method;
import io.ridecast.forecasting.backtest.Score;
import io.ridecast.forecasting.backtest.Scoreboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A scoreboard as lines for a console. */
final class ScoreTable {
  private ScoreTable() {}

  static List<String> of(Scoreboard board) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-6s %-21s %7s %7s %7s %8s %8s %9s",
            "lead",
            "",
            "WAPE",
            "ratio",
            "MASE",
            "bias",
            "pinball",
            "coverage"));
    for (int lead = 1; lead <= BacktestPlan.LEADS; lead++) {
      for (Method method : Method.values()) {
        lines.add(
            line(
                method == Method.RIDECAST ? Integer.toString(lead) : "",
                method,
                board.lead(lead, method),
                board.lead(lead, Method.SEASONAL_NAIVE)));
      }
    }
    for (Method method : Method.values()) {
      lines.add(
          line(
              method == Method.RIDECAST ? "all" : "",
              method,
              board.overall(method),
              board.overall(Method.SEASONAL_NAIVE)));
    }
    return lines;
  }

  private static String line(String lead, Method method, Score score, Score naive) {
    String coverage =
        method == Method.RIDECAST
            ? String.format(Locale.ROOT, "%8.1f%%", 100 * score.coverage())
            : "";
    return String.format(
            Locale.ROOT,
            "%-6s %-21s %7.4f %7.3f %7.3f %+7.1f%% %8.4f %9s",
            lead,
            method.label(),
            score.wape(),
            score.wape() / naive.wape(),
            score.mase(),
            100 * score.bias(),
            score.pinball(),
            coverage)
        .stripTrailing();
  }
}
