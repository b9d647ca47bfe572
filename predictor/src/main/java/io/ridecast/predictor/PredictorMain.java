package io.ridecast.predictor;

import io.ridecast.runtime.service.Service;
import io.ridecast.runtime.service.ServiceProcess;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import java.time.InstantSource;
import java.util.Optional;

/** Runs the predictor as a process. */
public final class PredictorMain {
  private PredictorMain() {}

  /** Ends with 0 when it was closed, 1 when it failed or its settings are wrong. */
  public static void main(String[] args) {
    System.exit(
        ServiceProcess.run(
            PredictorService.NAME, Environment.of(System.getenv()), PredictorMain::service));
  }

  private static Service service(Environment environment) {
    PredictorConfig config = PredictorConfig.from(environment);
    Optional<RegistryConfig> registry = environment.group("SCHEMA_REGISTRY_", RegistryConfig::from);
    environment.check();
    return new PredictorService(
        config, new ConfluentRegistry(registry.orElseThrow()), InstantSource.system());
  }
}
