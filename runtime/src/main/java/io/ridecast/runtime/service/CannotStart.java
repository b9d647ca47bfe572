package io.ridecast.runtime.service;

/** Why a service cannot start, when people can mend it: the message says what and how. */
public class CannotStart extends RuntimeException {

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
