package io.ridecast.local.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the build has unpacked the registry.
 *
 * @param folder the folder that holds its runner jar and libraries
 */
public record RegistryInstallation(Path folder) {
  private static final String RUNNER = "apicurio-registry-app-";

  /** The program's jar, relative to the folder, from which it has to be started. */
  String runner() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        List<String> runners =
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith(RUNNER) && name.endsWith("-runner.jar"))
                .toList();
        if (runners.size() == 1) {
          return runners.get(0);
        }
      }
    }
    throw new IOException("No schema registry in " + folder + ": run make build");
  }

  /** Its classes, parsed and verified beforehand: a start takes a third of the time with them. */
  Path classArchive() {
    return folder.resolve("registry.jsa");
  }
}
