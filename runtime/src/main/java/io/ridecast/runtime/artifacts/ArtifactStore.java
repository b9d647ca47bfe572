package io.ridecast.runtime.artifacts;

import java.net.URI;
import java.nio.file.Path;

/** Keeps files that never change once written, such as model bundles. */
public interface ArtifactStore {

  /**
   * Writes a file whole or not at all. Writing the same content again does nothing.
   *
   * @param path where, with / between the parts, such as demand/3/bundle
   * @return the address that {@link #get} reads it by
   * @throws ArtifactUnavailable if the store cannot be written to
   * @throws IllegalArgumentException if the path leaves the store, or holds other content already
   */
  URI put(String path, byte[] content) throws ArtifactUnavailable;

  /**
   * Reads a file.
   *
   * @throws ArtifactUnavailable if it is not there, not of this store, or cannot be read now
   */
  byte[] get(URI uri) throws ArtifactUnavailable;

  /**
   * The store at an address.
   *
   * @throws IllegalArgumentException if its scheme is not one that is known here (file)
   */
  static ArtifactStore at(URI root) {
    if ("file".equals(root.getScheme())) {
      return new FileArtifactStore(Path.of(root));
    }
    throw new IllegalArgumentException(
        "No artifact store for " + root + ": it has to be file:/...");
  }
}
