package io.ridecast.local.demo;

import org.jspecify.annotations.Nullable;

/** The demo cannot go on, or cannot reach what it was asked for; the message says why. */
public final class DemoFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
