package io.ridecast.forecasting.catalogue;

/** A catalogue that cannot be used; the message names file, line and remedy. */
public final class InvalidCatalogue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidCatalogue(String message) {
    super(message);
  }

  InvalidCatalogue(String message, Throwable cause) {
    super(message, cause);
  }
}
