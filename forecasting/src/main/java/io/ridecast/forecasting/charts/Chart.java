package io.ridecast.forecasting.charts;

import java.util.Locale;

/** Draws one chart as SVG: a frame with axes, and what is put into it. */
public final class Chart implements Drawing {
  private static final int LEFT = 52;
  private static final int RIGHT = 12;
  private static final int TOP = 10;
  private static final int BOTTOM = 26;

  private final StringBuilder svg = new StringBuilder();
  private final int width;
  private final int height;
  private final double from;
  private final double to;
  private final double low;
  private final double high;

  /** A frame in pixels, and the values at its ends. */
  public Chart(int width, int height, double from, double to, double low, double high) {
    this.width = width;
    this.height = height;
    this.from = from;
    this.to = to > from ? to : from + 1;
    this.low = low;
    this.high = high > low ? high : low + 1;
  }

  /** Horizontal lines with their values, about five of them. */
  public Chart scale(String format) {
    double step = step((high - low) / 5);
    for (double value = Math.ceil(low / step) * step; value <= high + 1e-9; value += step) {
      add(
          "<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>",
          LEFT, width - RIGHT, y(value), y(value));
      String text = String.format(Locale.ROOT, format, value);
      add("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 6, y(value) + 4, text);
    }
    return this;
  }

  /** A text under the frame. */
  public Chart label(double x, String text) {
    add(
        "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
        x(x), height - 8, Markup.escaped(text));
    return this;
  }

  /** A line across the frame at a value that matters. */
  public Chart mark(double value) {
    add(
        "<line class='mark' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>",
        LEFT, width - RIGHT, y(value), y(value));
    return this;
  }

  /** A line through values; a missing one interrupts it. */
  public Chart line(double[] xs, double[] ys, String style) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int at = 0; at < xs.length; at++) {
      if (Double.isNaN(ys[at])) {
        drawing = false;
      } else {
        path.append(
            String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", x(xs[at]), y(ys[at])));
        drawing = true;
      }
    }
    add("<path class='line %s' d='%s'/>", style, path);
    return this;
  }

  /** The area between two lines. */
  public Chart band(double[] xs, double[] lower, double[] upper, String style) {
    StringBuilder path = new StringBuilder();
    for (int at = 0; at < xs.length; at++) {
      path.append(
          String.format(Locale.ROOT, "%s%.1f %.1f", at == 0 ? "M" : "L", x(xs[at]), y(upper[at])));
    }
    for (int at = xs.length - 1; at >= 0; at--) {
      path.append(String.format(Locale.ROOT, "L%.1f %.1f", x(xs[at]), y(lower[at])));
    }
    add("<path class='band %s' d='%sZ'/>", style, path);
    return this;
  }

  /** A point that tells what it is. */
  public Chart dot(double x, double y, String style, String what) {
    add(
        "<circle class='%s' cx='%.1f' cy='%.1f' r='3'><title>%s</title></circle>",
        style, x(x), y(y), Markup.escaped(what));
    return this;
  }

  /** A bar that stands on {@code bottom} and tells what it is. */
  public Chart bar(
      double left, double right, double bottom, double top, String style, String what) {
    add(
        "<rect class='%s' x='%.1f' y='%.1f' width='%.1f' height='%.1f'><title>%s</title></rect>",
        style,
        x(left),
        y(top),
        x(right) - x(left),
        Math.max(0, y(bottom) - y(top)),
        Markup.escaped(what));
    return this;
  }

  /** The chart as an element. */
  public String svg(String title) {
    return String.format(
            Locale.ROOT,
            "<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>",
            width,
            height,
            Markup.escaped(title))
        + svg
        + "</svg>";
  }

  @Override
  public String content() {
    return svg.toString();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  private double x(double value) {
    return LEFT + (value - from) / (to - from) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    double share = (Math.max(low, Math.min(high, value)) - low) / (high - low);
    return height - BOTTOM - share * (height - TOP - BOTTOM);
  }

  /** The next of 1, 2, 5, 10, ... that is not below {@code least}. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * 0.999) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
