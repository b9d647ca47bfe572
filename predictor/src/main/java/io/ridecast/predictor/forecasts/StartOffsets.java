package io.ridecast.predictor.forecasts;

/** Which demand was there when this instance started: what it has to read before it forecasts. */
@FunctionalInterface
public interface StartOffsets {

  /** Offset of the last record of a partition of {@code daily-demand}; -1 if it had none. */
  long last(int partition);
}
