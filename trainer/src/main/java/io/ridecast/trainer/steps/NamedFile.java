package io.ridecast.trainer.steps;

import java.io.IOException;
import java.util.Map;

/** Finds a file among those that a step left. */
final class NamedFile {
  private NamedFile() {}

  static byte[] of(Map<String, byte[]> files, String name) throws IOException {
    byte[] file = files.get(name);
    if (file == null) {
      throw new IOException("file " + name + " is not there");
    }
    return file;
  }
}
