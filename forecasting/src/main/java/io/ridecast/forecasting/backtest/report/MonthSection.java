package io.ridecast.forecasting.backtest.report;

import io.ridecast.forecasting.backtest.BacktestForecast;
import io.ridecast.forecasting.backtest.Method;
import io.ridecast.forecasting.backtest.Scoreboard;
import io.ridecast.forecasting.charts.Chart;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Skill and bias month by month: a mean over half a year hides a bad spring. */
final class MonthSection {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 240;

  private final List<YearMonth> months;
  private final List<Scoreboard> boards;

  private MonthSection(List<BacktestForecast> forecasts) {
    TreeMap<YearMonth, List<BacktestForecast>> byMonth =
        forecasts.stream()
            .collect(
                Collectors.groupingBy(
                    forecast -> YearMonth.from(forecast.date()),
                    TreeMap::new,
                    Collectors.toList()));
    months = new ArrayList<>();
    boards = new ArrayList<>();
    byMonth.forEach(
        (month, of) -> {
          Scoreboard board = Scoreboard.of(of);
          if (board.overall(Method.RIDECAST).forecasts() > 0) {
            months.add(month);
            boards.add(board);
          }
        });
  }

  static String of(List<BacktestForecast> forecasts) {
    MonthSection section = new MonthSection(forecasts);
    return Html.section(
        "Month by month",
        Html.paragraph(
            "Error of the median as a share of the 7-day seasonal naive's in the same month; below"
                + " 1 is better."),
        Html.legend(
            "ridecast",
            "Ridecast",
            "four",
            Method.FOUR_WEEKS.label(),
            "trees",
            Method.CALENDAR_TREES.label()),
        section.skill(),
        Html.paragraph("Bias of the mean, and the share of days within P10-P90."),
        Html.legend("ridecast", "bias of the mean", "four", "coverage less 80 %"),
        section.bias());
  }

  private String skill() {
    double[] ridecast = ratios(Method.RIDECAST);
    double[] four = ratios(Method.FOUR_WEEKS);
    double[] trees = ratios(Method.CALENDAR_TREES);
    double most = 1.1;
    for (double[] ratios : List.of(ridecast, four, trees)) {
      for (double ratio : ratios) {
        most = Math.min(2, Math.max(most, Double.isNaN(ratio) ? 0 : ratio * 1.05));
      }
    }
    Chart chart = frame(0, most).scale("%.1f").mark(1);
    chart.line(places(), trees, "trees").line(places(), four, "four");
    chart.line(places(), ridecast, "ridecast");
    for (int at = 0; at < ridecast.length; at++) {
      chart.dot(at, ridecast[at], "ridecast", "%s: %.3f".formatted(months.get(at), ridecast[at]));
    }
    return chart.svg("skill by month");
  }

  private String bias() {
    Chart chart = frame(-25, 25).scale("%.0f %%").mark(0);
    for (int at = 0; at < boards.size(); at++) {
      double bias = 100 * boards.get(at).overall(Method.RIDECAST).bias();
      double coverage = 100 * boards.get(at).overall(Method.RIDECAST).coverage() - 80;
      bar(chart, at - 0.3, bias, "ridecast", "%s: bias %+.1f %%".formatted(months.get(at), bias));
      bar(
          chart,
          at + 0.02,
          coverage,
          "four",
          "%s: %.1f %% within P10-P90".formatted(months.get(at), 80 + coverage));
    }
    return chart.svg("bias and coverage by month");
  }

  private static void bar(Chart chart, double left, double value, String style, String what) {
    chart.bar(left, left + 0.28, Math.min(0, value), Math.max(0, value), style, what);
  }

  private Chart frame(double low, double high) {
    Chart chart = new Chart(WIDTH, HEIGHT, -0.5, months.size() - 0.5, low, high);
    int every = Math.max(1, months.size() / 12);
    for (int at = 0; at < months.size(); at += every) {
      chart.label(at, months.get(at).toString());
    }
    return chart;
  }

  private double[] places() {
    double[] places = new double[months.size()];
    for (int at = 0; at < places.length; at++) {
      places[at] = at;
    }
    return places;
  }

  private double[] ratios(Method method) {
    return boards.stream()
        .mapToDouble(
            board -> board.overall(method).wape() / board.overall(Method.SEASONAL_NAIVE).wape())
        .toArray();
  }
}
