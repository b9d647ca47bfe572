package io.ridecast.feed.portal;

/** The portal cannot or will not give what was asked for; the message says what and why. */
public final class PortalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortalFailure(String message) {
    super(message);
  }

  PortalFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
