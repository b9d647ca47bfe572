package io.ridecast.aggregator;

import io.ridecast.runtime.service.ServiceProcess;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Runs the aggregator as a process. */
public final class AggregatorMain {
  private AggregatorMain() {}

  /** Ends with 0 when it was closed, 1 when it failed or its settings are wrong. */
  public static void main(String[] args) {
    System.exit(run(System.getenv()));
  }

  static int run(Map<String, String> variables) {
    Environment environment = Environment.of(variables);
    AggregatorConfig config = AggregatorConfig.from(environment);
    Optional<RegistryConfig> registry = environment.group("SCHEMA_REGISTRY_", RegistryConfig::from);
    try {
      environment.check();
    } catch (InvalidSettings invalid) {
      System.err.println(invalid.getMessage());
      return 1;
    }
    return ServiceProcess.run(
        new AggregatorService(
            config, new ConfluentRegistry(registry.orElseThrow()), InstantSource.system()));
  }
}
