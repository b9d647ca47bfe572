package io.ridecast.feed.sending;

/** The broker or the registry did not take what a feed sent. */
public final class SendFailure extends RuntimeException {
  SendFailure(String message, Throwable cause) {
    super(message, cause);
  }

  SendFailure(String message) {
    super(message);
  }
}
