package io.ridecast.forecasting.backtest;

/** What a day means that a file of daily counts does not name. */
public enum AbsentDays {
  /** Nobody rode. */
  ZERO,
  /** It is not known, or no service ran. */
  MISSING
}
