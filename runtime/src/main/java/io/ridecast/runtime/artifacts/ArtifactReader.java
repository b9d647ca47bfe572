package io.ridecast.runtime.artifacts;

import java.net.URI;

/** Reads files by their address, wherever they are. */
@FunctionalInterface
public interface ArtifactReader {

  /**
   * Reads a file.
   *
   * @throws ArtifactUnavailable if it is not there, of a place that is not known here, or cannot be
   *     read now
   */
  byte[] get(URI uri) throws ArtifactUnavailable;
}
