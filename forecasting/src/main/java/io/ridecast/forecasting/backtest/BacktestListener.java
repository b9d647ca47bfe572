package io.ridecast.forecasting.backtest;

import java.time.LocalDate;

/** Hears how far a backtest is, on its thread. */
public interface BacktestListener {
  /** Hears nothing. */
  BacktestListener NONE = new BacktestListener() {};

  /** A model is being fitted on what was known at {@code origin}. */
  default void fitting(LocalDate origin) {}

  /**
   * The forecasts from {@code origin} are made.
   *
   * @param done origins so far, those of the rehearsal included
   * @param all origins in all
   */
  default void origin(LocalDate origin, int done, int all) {}
}
