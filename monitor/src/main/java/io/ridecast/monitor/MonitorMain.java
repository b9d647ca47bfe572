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

  public static void main(String[] arguments) {
    Environment environment = Environment.of(System.getenv());
    System.exit(ServiceProcess.run("monitor", environment, MonitorMain::assemble));
  }

  private static Service assemble(Environment environment) {
    Optional<RegistryConfig> registry = environment.group("SCHEMA_REGISTRY_", RegistryConfig::from);
    MonitorConfig config = MonitorConfig.from(environment);
    return new MonitorService(
        config, new ConfluentRegistry(registry.orElseThrow()), InstantSource.system());
  }
}
