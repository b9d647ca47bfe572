package io.ridecast.forecasting.backtest.report;

import io.ridecast.forecasting.charts.Markup;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page. */
final class Html {
  private Html() {}

  /** A section under a heading. */
  static String section(String heading, String... parts) {
    return "<section><h2>"
        + Markup.escaped(heading)
        + "</h2>"
        + String.join("\n", parts)
        + "</section>\n";
  }

  /** A paragraph. */
  static String paragraph(String text) {
    return "<p>" + Markup.escaped(text) + "</p>";
  }

  /** A heading row of a table. */
  static String heading(String... cells) {
    return row("th", "", List.of(cells));
  }

  /** A row of a table. */
  static String row(String style, String... cells) {
    return row("td", style, List.of(cells));
  }

  /** What colours mean: pairs of style and name. */
  static String legend(String... pairs) {
    StringBuilder legend = new StringBuilder("<div class='legend'>");
    for (int at = 0; at < pairs.length; at += 2) {
      legend.append("<span><i class='").append(pairs[at]).append("'></i>");
      legend.append(Markup.escaped(pairs[at + 1])).append("</span>");
    }
    return legend.append("</div>").toString();
  }

  private static String row(String element, String style, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + element + ">" + Markup.escaped(cell) + "</" + element + ">")
        .collect(Collectors.joining("", "<tr class='" + style + "'>", "</tr>\n"));
  }
}
