package io.ridecast.forecasting.charts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A chart as an SVG file that needs nothing else: with its title, its style and a legend. */
public final class ChartFile {
  private static final int MARGIN = 12;
  private static final int TITLE = 24;
  private static final int LEGEND = 44;
  private static final int HEAD = 56;
  private static final int KEY = 10;
  private static final double LETTER = 6.3;

  private ChartFile() {}

  /**
   * The file.
   *
   * @param legend pairs of style and name
   */
  public static byte[] of(String title, Drawing chart, String... legend) {
    String file =
        String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'"
                    + " font-family='sans-serif'>\n<style>\n%s</style>\n"
                    + "<rect class='paper' width='100%%' height='100%%'/>\n"
                    + "<text class='title' x='%d' y='%d'>%s</text>\n",
                chart.width(),
                chart.height() + HEAD,
                chart.width(),
                chart.height() + HEAD,
                ChartStyle.sheet(),
                MARGIN,
                TITLE,
                Markup.escaped(title))
            + legend(legend)
            + "<g transform='translate(0 "
            + HEAD
            + ")'>\n"
            + chart.content()
            + "</g>\n</svg>\n";
    return file.getBytes(StandardCharsets.UTF_8);
  }

  private static String legend(String... pairs) {
    StringBuilder legend = new StringBuilder();
    double x = MARGIN;
    for (int at = 0; at < pairs.length; at += 2) {
      legend.append(
          String.format(
              Locale.ROOT,
              "<rect class='%s' x='%.1f' y='%d' width='%d' height='%d' rx='2'/>"
                  + "<text x='%.1f' y='%d'>%s</text>\n",
              pairs[at],
              x,
              LEGEND - KEY + 1,
              KEY,
              KEY,
              x + KEY + 5,
              LEGEND,
              Markup.escaped(pairs[at + 1])));
      x += KEY + 5 + LETTER * pairs[at + 1].length() + 2 * MARGIN;
    }
    return legend.toString();
  }
}
