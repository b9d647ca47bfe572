package io.ridecast.runtime.artifacts;

import java.io.IOException;

/** An artifact that could not be read or written; it may succeed later. */
public final class ArtifactUnavailable extends IOException {

  public ArtifactUnavailable(String message) {
    super(message);
  }

  public ArtifactUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
