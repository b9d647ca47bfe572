package io.ridecast.forecasting.boosting;

/** A booster's document that must not reach the native loader; the message says what is wrong. */
public final class MalformedBooster extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedBooster(String message) {
    super(message);
  }

  MalformedBooster(String message, Throwable cause) {
    super(message, cause);
  }
}
