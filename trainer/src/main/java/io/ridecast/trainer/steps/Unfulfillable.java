package io.ridecast.trainer.steps;

/** A request that is sound but cannot be met now; the message says what is missing. */
public final class Unfulfillable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unfulfillable(String message) {
    super(message);
  }
}
