package io.ridecast.trainer.runs;

/** A step could not be written: this trainer is no longer on duty, or the broker is away. */
public final class JournalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
