package io.ridecast.monitor.scoring;

import java.time.Instant;

/**
 * What was forecast for one day with one lead.
 *
 * @param mean expected rides
 * @param p10 10 % quantile, rides
 * @param p50 median, rides
 * @param p90 90 % quantile, rides
 * @param modelVersion version of the model, or fallback
 * @param generatedAt business time of the forecast
 */
public record PastForecast(
    double mean, double p10, double p50, double p90, String modelVersion, Instant generatedAt) {
  private static final String FALLBACK = "fallback";

  /** Whether no model made it, but the same-weekday means that serve until there is one. */
  public boolean fallback() {
    return FALLBACK.equals(modelVersion);
  }
}
