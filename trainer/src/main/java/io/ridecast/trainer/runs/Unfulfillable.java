package io.ridecast.trainer.runs;

/** A request that is sound but cannot be met now; the message says what is missing. */
final class Unfulfillable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unfulfillable(String message) {
    super(message);
  }
}
