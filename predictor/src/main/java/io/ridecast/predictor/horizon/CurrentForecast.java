package io.ridecast.predictor.horizon;

import java.time.LocalDate;

/**
 * What decides later about a community's newest forecast.
 *
 * @param horizon the days that it covers
 * @param modelVersion the version that made it
 * @param overdue whether a later close was overdue already when it was made
 */
public record CurrentForecast(Horizon horizon, String modelVersion, boolean overdue) {

  /** The last closed day that it knows. */
  public LocalDate origin() {
    return horizon.origin();
  }
}
