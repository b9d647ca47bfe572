package io.ridecast.local.backtest;

import io.ridecast.runtime.settings.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files that settings name. */
final class InputFile {
  private InputFile() {}

  /** The file, if one is named; one that cannot be read is noted in the environment. */
  static Optional<Path> readable(Environment environment, String setting) {
    Optional<Path> file = environment.path(setting);
    if (file.filter(path -> !Files.isReadable(path) || Files.isDirectory(path)).isPresent()) {
      environment.problem(setting, "is no readable file");
    }
    return file;
  }
}
