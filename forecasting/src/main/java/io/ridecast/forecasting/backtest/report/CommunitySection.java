package io.ridecast.forecasting.backtest.report;

import io.ridecast.forecasting.backtest.BacktestForecast;
import io.ridecast.forecasting.backtest.Method;
import io.ridecast.forecasting.backtest.Score;
import io.ridecast.forecasting.backtest.Scoreboard;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The communities where the model does worst, and some of them day by day. */
final class CommunitySection {
  private static final int SHOWN = 12;
  private static final int DRAWN_LARGE = 3;

  /** A community with fewer rides than one a day tells chance, not skill. */
  private static final double LEAST_RIDES = 1;

  private final Catalogue catalogue;
  private final Map<String, List<BacktestForecast>> forecasts;
  private final List<Line> lines;

  private record Line(String community, double rides, Score model, Score naive) {
    double ratio() {
      return model.wape() / naive.wape();
    }
  }

  CommunitySection(Catalogue catalogue, List<BacktestForecast> all) {
    this.catalogue = catalogue;
    forecasts = all.stream().collect(Collectors.groupingBy(BacktestForecast::community));
    lines =
        forecasts.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .filter(line -> line.model().forecasts() > 0 && line.rides() > 0)
            .sorted(Comparator.comparingDouble(Line::ratio).reversed())
            .toList();
  }

  /** The table of those where the model gains least on the seasonal naive. */
  String worst() {
    StringBuilder table = new StringBuilder("<table>");
    table.append(
        Html.heading(
            "Community", "Rides a day", "WAPE", "of naive", "Bias of mean", "Within P10-P90"));
    busy()
        .limit(SHOWN)
        .forEach(
            line ->
                table.append(
                    Html.row(
                        "other",
                        name(line.community()),
                        number("%,.1f", line.rides()),
                        number("%.3f", line.model().wape()),
                        number("%.3f", line.ratio()),
                        number("%+.1f %%", 100 * line.model().bias()),
                        number("%.1f %%", 100 * line.model().coverage()))));
    return Html.section(
        "Worst communities",
        Html.paragraph(
            "Those with at least a ride a day in which the model gains least on the 7-day seasonal"
                + " naive."),
        table.append("</table>").toString());
  }

  /** The largest communities, one in the middle and the worst, day by day. */
  String days() {
    List<Line> bySize =
        lines.stream().sorted(Comparator.comparingDouble(Line::rides).reversed()).toList();
    Stream<Line> drawn =
        Stream.of(
                bySize.stream().limit(DRAWN_LARGE),
                bySize.stream().skip(bySize.size() / 2).limit(1),
                busy().limit(1))
            .flatMap(part -> part)
            .distinct();
    return drawn
        .map(
            line ->
                DayChart.of(
                    name(line.community()), forecasts.getOrDefault(line.community(), List.of())))
        .collect(Collectors.joining("\n"));
  }

  private Stream<Line> busy() {
    return lines.stream().filter(line -> line.rides() >= LEAST_RIDES);
  }

  private String name(String key) {
    return catalogue.byKey(key).map(Community::name).orElse(key) + " (" + key + ")";
  }

  private static Line line(String community, List<BacktestForecast> forecasts) {
    Scoreboard board = Scoreboard.of(forecasts);
    double rides =
        forecasts.stream()
            .mapToDouble(BacktestForecast::actual)
            .filter(actual -> !Double.isNaN(actual))
            .average()
            .orElse(0);
    return new Line(
        community, rides, board.overall(Method.RIDECAST), board.overall(Method.SEASONAL_NAIVE));
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
