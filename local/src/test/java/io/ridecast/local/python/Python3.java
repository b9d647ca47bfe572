package io.ridecast.local.python;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Python that tests need: version 3, able to make environments. */
final class Python3 {
  private Python3() {}

  /** The first on the PATH of these variables; empty if none is of use. */
  static Optional<Path> on(Map<String, String> variables) {
    return Stream.of(variables.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve("python3"))
        .filter(Files::isExecutable)
        .filter(Python3::makesEnvironments)
        .findFirst();
  }

  private static boolean makesEnvironments(Path python) {
    try {
      return new ProcessBuilder(List.of(python.toString(), "-c", "import venv, ensurepip"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // it is no program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
