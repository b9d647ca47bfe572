package io.ridecast.local.registry;

import io.ridecast.local.ports.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.kafka.common.utils.Utils;

/**
 * A step of the build: runs the registry once and keeps the classes that it loaded, parsed and
 * verified, so that every later start takes a third of the time.
 */
public final class RegistryArchiveMain {
  private RegistryArchiveMain() {}

  /** Makes the archive of the installation in the given folder, unless it is there already. */
  public static void main(String... arguments) throws IOException {
    RegistryInstallation installation = new RegistryInstallation(Path.of(arguments[0]));
    if (Files.exists(installation.classArchive())) {
      return;
    }
    Path directory = Files.createTempDirectory("ridecast-registry");
    Path unfinished = directory.resolve("registry.jsa");
    try {
      RegistryProcess.record(installation, directory, Port.free("REGISTRY_PORT"), unfinished);
      // A JDK without the means to make one still runs all the rest.
      if (Files.exists(unfinished)) {
        Files.move(unfinished, installation.classArchive(), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Utils.delete(directory.toFile());
    }
  }
}
