package io.ridecast.forecasting.backtest;

/** A backtest that cannot be made; the message is one line that says why and what to do. */
public final class BacktestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, and what to do. */
  public BacktestRefused(String message) {
    super(message);
  }
}
