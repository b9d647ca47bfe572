package io.ridecast.local.stack;

import io.ridecast.local.ports.Port;
import io.ridecast.local.registry.RegistryInstallation;
import io.ridecast.local.registry.RegistryProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The registry of all test classes of this JVM: schemas are the same for all. */
final class SharedRegistry implements AutoCloseable, ExtensionContext.Store.CloseableResource {
  private final RegistryProcess process;
  private final Path directory;

  private SharedRegistry(RegistryProcess process, Path directory) {
    this.process = process;
    this.directory = directory;
  }

  static SharedRegistry start() {
    try {
      Path directory = Files.createTempDirectory("ridecast-registry");
      RegistryInstallation installation =
          new RegistryInstallation(Path.of("target", "registry").toAbsolutePath());
      return new SharedRegistry(
          RegistryProcess.start(installation, directory, Port.free("REGISTRY_PORT")), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return process.url();
  }

  @Override
  public void close() throws IOException {
    process.close();
    Utils.delete(directory.toFile());
  }
}
