package io.ridecast.feed.sending;

/** The broker or the registry did not take what a feed sent. */
public final class SendFailure extends RuntimeException {
  public SendFailure(String message, Throwable cause) {
    super(message, cause);
  }

  public SendFailure(String message) {
    super(message);
  }
}
