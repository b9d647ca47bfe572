package io.ridecast.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the report.
 *
 * @param name stays the same for ever: checks elsewhere rely on it
 * @param reference what the ratio is to; null if the value stands for itself
 * @param low the least ratio of a round, or value where there is no reference
 * @param high the greatest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measured(
    String name,
    double value,
    String unit,
    @Nullable String reference,
    @Nullable Double ratio,
    double low,
    double high) {

  /** A value that stands for itself. */
  public static Measured of(String name, Spread values, String unit) {
    return new Measured(name, values.median(), unit, null, null, values.low(), values.high());
  }

  /** A value and how it stands to the reference, round by round. */
  public static Measured of(
      String name, Spread values, String unit, String reference, Spread ratios) {
    return new Measured(
        name, values.median(), unit, reference, ratios.median(), ratios.low(), ratios.high());
  }
}
