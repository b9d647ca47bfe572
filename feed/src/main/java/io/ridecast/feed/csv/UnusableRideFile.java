package io.ridecast.feed.csv;

/** A file that cannot be fed; the message is one line that says what is wrong with which file. */
public final class UnusableRideFile extends RuntimeException {
  public UnusableRideFile(String message) {
    super(message);
  }

  UnusableRideFile(String message, Throwable cause) {
    super(message, cause);
  }
}
