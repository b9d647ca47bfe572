package io.ridecast.runtime.artifacts;

import java.io.IOException;

/** An artifact that could not be read or written; it may succeed later. */
public final class ArtifactUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean missing;

  public ArtifactUnavailable(String message) {
    super(message);
    this.missing = false;
  }

  public ArtifactUnavailable(String message, Throwable cause) {
    this(message, cause, false);
  }

  private ArtifactUnavailable(String message, Throwable cause, boolean missing) {
    super(message, cause);
    this.missing = missing;
  }

  /** The store answers that there is no such artifact. */
  public static ArtifactUnavailable missing(String message, Throwable cause) {
    return new ArtifactUnavailable(message, cause, true);
  }

  /** Whether it is known not to be there. */
  public boolean missing() {
    return missing;
  }
}
