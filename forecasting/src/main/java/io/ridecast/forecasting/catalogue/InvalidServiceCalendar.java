package io.ridecast.forecasting.catalogue;

/** A service calendar that cannot be used; the message names file, line and remedy. */
public final class InvalidServiceCalendar extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidServiceCalendar(String message) {
    super(message);
  }

  InvalidServiceCalendar(String message, Throwable cause) {
    super(message, cause);
  }
}
