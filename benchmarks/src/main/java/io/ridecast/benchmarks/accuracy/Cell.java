package io.ridecast.benchmarks.accuracy;

import java.time.LocalDate;

/**
 * What one forecast is about.
 *
 * @param community its key, or the city's
 * @param origin the last day that was known
 * @param lead days from the origin
 */
record Cell(String community, LocalDate origin, int lead) {
  /** The day that is forecast. */
  LocalDate date() {
    return origin.plusDays(lead);
  }

  @Override
  public String toString() {
    return "community %s, origin %s, lead %d".formatted(community, origin, lead);
  }
}
