package io.ridecast.benchmarks.accuracy;

import io.ridecast.forecasting.measures.PairedBootstrap.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Standings in columns, for a terminal and for Markdown; ratios with their 90 % intervals. */
final class StandingTable {
  private static final List<String> HEADING =
      List.of(
          "lead",
          "model",
          "WAPE",
          "to Ridecast",
          "to naive",
          "to AutoETS",
          "bias",
          "pinball",
          "P10-P90",
          "time");
  private static final int TEXT_COLUMNS = 2;

  private final List<List<String>> rows = new ArrayList<>();

  StandingTable(List<Standing> standings) {
    rows.add(HEADING);
    standings.forEach(standing -> rows.add(row(standing)));
  }

  /** Aligned lines. */
  List<String> text() {
    int[] widths =
        IntStream.range(0, HEADING.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> aligned(row, widths)).toList();
  }

  /** A Markdown table. */
  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
    String rule =
        IntStream.range(0, HEADING.size())
            .mapToObj(column -> column < TEXT_COLUMNS ? "---" : "--:")
            .collect(Collectors.joining(" | ", "| ", " |"));
    lines.add(1, rule);
    return lines;
  }

  private static String aligned(List<String> row, int... widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String format = (column < TEXT_COLUMNS ? "%-" : "%") + widths[column] + "s  ";
      line.append(String.format(Locale.ROOT, format, row.get(column)));
    }
    return line.toString().stripTrailing();
  }

  private static List<String> row(Standing standing) {
    boolean interval = standing.entrant().interval();
    return List.of(
        standing.lead() == 0 ? "all" : Integer.toString(standing.lead()),
        standing.entrant().name(),
        number("%.4f", standing.score().wape()),
        ratio(standing.toOwn()),
        ratio(standing.toNaive()),
        standing.toEts().map(StandingTable::ratio).orElse(""),
        number("%+.1f %%", 100 * standing.score().bias()),
        number("%.4f", standing.score().pinball()),
        interval ? number("%.1f %%", 100 * standing.score().coverage()) : "",
        time(standing));
  }

  private static String time(Standing standing) {
    return standing.lead() == 0 && standing.entrant().seconds().isPresent()
        ? standing.entrant().seconds().getAsInt() + " s"
        : "";
  }

  private static String ratio(Ratio ratio) {
    return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", ratio.ratio(), ratio.low(), ratio.high());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
