package io.ridecast.forecasting.weather;

/** A weather file that cannot be used; the message names file, line, column and remedy. */
public final class InvalidWeather extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidWeather(String message) {
    super(message);
  }

  InvalidWeather(String message, Throwable cause) {
    super(message, cause);
  }
}
