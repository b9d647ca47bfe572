package io.ridecast.trainer;

import io.ridecast.runtime.service.Service;
import io.ridecast.runtime.service.ServiceProcess;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import java.net.URI;
import java.time.InstantSource;

/** The trainer as a process of its own. */
public final class TrainerMain {
  private static final RegistryConfig NONE = RegistryConfig.of(URI.create("http://localhost"));

  private TrainerMain() {}

  /** Runs until it is told to end; exit code 1 if it cannot go on. */
  public static void main(String[] arguments) {
    System.exit(
        ServiceProcess.run("trainer", Environment.of(System.getenv()), TrainerMain::assemble));
  }

  private static Service assemble(Environment environment) {
    TrainerConfig config = TrainerConfig.from(environment);
    RegistryConfig registry =
        environment.group("SCHEMA_REGISTRY_", RegistryConfig::from).orElse(NONE);
    environment.check();
    return new TrainerService(config, new ConfluentRegistry(registry), InstantSource.system());
  }
}
