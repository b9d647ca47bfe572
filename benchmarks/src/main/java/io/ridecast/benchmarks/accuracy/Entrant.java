package io.ridecast.benchmarks.accuracy;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Someone who forecasts.
 *
 * @param name for people
 * @param interval whether P10 and P90 are more than its one number
 * @param seconds that its forecasts took, refits included, if somebody took the time
 * @param forecasts by cell
 */
record Entrant(String name, boolean interval, OptionalInt seconds, Map<Cell, Forecast> forecasts) {
  Entrant {
    forecasts = Map.copyOf(forecasts);
  }

  /** The forecast of a cell that it has. */
  Forecast of(Cell cell) {
    Forecast forecast = forecasts.get(cell);
    if (forecast == null) {
      throw new ComparisonRefused(name + " has no forecast of " + cell);
    }
    return forecast;
  }
}
