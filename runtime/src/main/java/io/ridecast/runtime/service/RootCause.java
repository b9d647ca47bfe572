package io.ridecast.runtime.service;

import org.jspecify.annotations.Nullable;

/** Says in a line why something failed. */
public final class RootCause {
  private static final int DEEPEST = 20;

  private RootCause() {}

  /** The innermost message that says something, or the innermost exception's name. */
  public static String of(Throwable failure) {
    @Nullable String text = null;
    Throwable current = failure;
    for (int depth = 0; depth < DEEPEST; depth++) {
      String message = current.getMessage();
      if (message != null && !message.isBlank()) {
        text = message;
      }
      Throwable cause = current.getCause();
      if (cause == null) {
        break;
      }
      current = cause;
    }
    return text == null ? current.getClass().getSimpleName() : text;
  }
}
