package io.ridecast.predictor.forecasts;

/**
 * Which demand was there when loading ended: what a task has to read before it forecasts. The clock
 * and the demand come by different ways; that the clock has come says nothing of the demand.
 */
@FunctionalInterface
public interface LoadedDemand {
  /** While it loads: no task has read enough. */
  LoadedDemand UNKNOWN = partition -> Long.MAX_VALUE;

  /** Offset of the last record of a partition of {@code daily-demand}; -1 if it had none. */
  long last(int partition);
}
