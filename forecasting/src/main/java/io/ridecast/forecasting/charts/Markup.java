package io.ridecast.forecasting.charts;

/** Text among markup. */
public final class Markup {
  private Markup() {}

  /** Text that is no markup. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
