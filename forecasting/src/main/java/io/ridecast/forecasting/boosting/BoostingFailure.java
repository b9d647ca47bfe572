package io.ridecast.forecasting.boosting;

/** XGBoost cannot do what it was asked; the message says why and, if known, what to do. */
public final class BoostingFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BoostingFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The answer to a failed load of the native library. */
  static BoostingFailure ofMissingLibrary(Throwable cause) {
    return new BoostingFailure(
        "XGBoost's native library cannot be loaded ("
            + cause.getMessage()
            + "): on Linux install libgomp1",
        cause);
  }
}
