package io.ridecast.forecasting.charts;

import java.util.Locale;
import java.util.Map;

/** Names with a bar each, one below the other. */
public final class BarList implements Drawing {
  private static final int WIDTH = 640;
  private static final int NAMES = 190;
  private static final int VALUES = 60;
  private static final int ROW = 20;
  private static final int BAR = 14;
  private static final int BASELINE = 11;
  private static final int GAP = 6;

  private final Map<String, Double> values;
  private final String format;

  /**
   * Bars.
   *
   * @param values by name, in the order that they are drawn in
   * @param format of the values
   */
  public BarList(Map<String, Double> values, String format) {
    this.values = values;
    this.format = format;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return ROW * values.size() + ROW;
  }

  @Override
  public String content() {
    double most = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder svg = new StringBuilder();
    int top = 0;
    for (Map.Entry<String, Double> each : values.entrySet()) {
      double length = most > 0 ? each.getValue() / most * (WIDTH - NAMES - VALUES - 2 * GAP) : 0;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x='%d' y='%d' text-anchor='end'>%s</text>"
                  + "<rect class='ridecast' x='%d' y='%d' width='%.1f' height='%d'/>"
                  + "<text x='%.1f' y='%d'>%s</text>%n",
              NAMES,
              top + BASELINE,
              Markup.escaped(each.getKey()),
              NAMES + GAP,
              top,
              length,
              BAR,
              NAMES + 2 * GAP + length,
              top + BASELINE,
              String.format(Locale.ROOT, format, each.getValue())));
      top += ROW;
    }
    return svg.toString();
  }
}
