package io.ridecast.forecasting.holidays;

/** Own days that cannot be used; the message names file, line, column and remedy. */
public final class InvalidEvents extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidEvents(String message) {
    super(message);
  }

  InvalidEvents(String message, Throwable cause) {
    super(message, cause);
  }
}
