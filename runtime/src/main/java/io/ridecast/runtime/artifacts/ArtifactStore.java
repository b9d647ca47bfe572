package io.ridecast.runtime.artifacts;

import java.net.URI;

/** Keeps files that never change once written, such as model bundles. */
public interface ArtifactStore extends ArtifactReader {

  /**
   * Writes a file whole or not at all. Writing the same content again does nothing.
   *
   * @param path where, with / between the parts, such as demand/3/bundle
   * @return the address that {@link #get} reads it by
   * @throws ArtifactUnavailable if the store cannot be written to
   * @throws IllegalArgumentException if the path leaves the store, or holds other content already
   */
  URI put(String path, byte[] content) throws ArtifactUnavailable;
}
