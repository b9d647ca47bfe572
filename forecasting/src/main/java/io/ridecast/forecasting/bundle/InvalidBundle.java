package io.ridecast.forecasting.bundle;

/** A bundle that must not serve; the message says what is wrong with it. */
public final class InvalidBundle extends Exception {
  private static final long serialVersionUID = 1L;

  /** What a bundle fails on, in the order of the checks. */
  public enum Reason {
    /** Its bytes are not those that were announced. */
    DIGEST,
    /** It is no bundle, too large, damaged, or holds trees that point out of bounds. */
    MALFORMED,
    /** It was trained on another feature list than this release computes. */
    FINGERPRINT,
    /** It answers its golden cases differently here than where it was trained. */
    GOLDEN_CASES,
    /** It answers with something that is no forecast: not finite, negative, or always the same. */
    IMPLAUSIBLE_OUTPUT
  }

  private final Reason reason;

  InvalidBundle(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  InvalidBundle(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What it failed on. */
  public Reason reason() {
    return reason;
  }
}
