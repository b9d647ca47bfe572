package io.ridecast.monitor;

import io.ridecast.runtime.service.Service;
import io.ridecast.runtime.service.ServiceProcess;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import java.time.InstantSource;
import java.util.Optional;

/** Runs the monitor as a process of its own. */
public final class MonitorMain {

  private MonitorMain() {}

  /** Ends with 0 when it was closed, 1 when it failed or its settings are wrong. */
  public static void main(String[] arguments) {
    Environment environment = Environment.of(System.getenv());
    System.exit(ServiceProcess.run(MonitorService.NAME, environment, MonitorMain::assemble));
  }

  private static Service assemble(Environment environment) {
    Optional<RegistryConfig> registry = environment.group("SCHEMA_REGISTRY_", RegistryConfig::from);
    MonitorConfig config = MonitorConfig.from(environment);
    environment.check();
    return new MonitorService(
        config, new ConfluentRegistry(registry.orElseThrow()), InstantSource.system());
  }
}
