package io.ridecast.forecasting.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of charts. */
public final class ChartStyle {
  private static final String SHEET = "chart.css";

  private ChartStyle() {}

  /** CSS for a page or a file with charts in it. */
  public static String sheet() {
    try (InputStream in =
        Objects.requireNonNull(ChartStyle.class.getResourceAsStream(SHEET), SHEET)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
