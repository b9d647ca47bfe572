package io.ridecast.local.demo;

import io.ridecast.aggregator.AggregatorConfig;
import io.ridecast.aggregator.AggregatorService;
import io.ridecast.local.ports.Port;
import io.ridecast.monitor.MonitorConfig;
import io.ridecast.monitor.MonitorService;
import io.ridecast.predictor.PredictorConfig;
import io.ridecast.predictor.PredictorService;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.trainer.TrainerConfig;
import io.ridecast.trainer.TrainerService;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the services together as their own processes would, each with its own port. */
final class DemoParts {
  private final DemoPorts ports;
  private final Map<String, String> settings;
  private final SchemaRegistry registry;
  private final InstantSource wall;

  DemoParts(
      DemoPorts ports, Map<String, String> settings, SchemaRegistry registry, InstantSource wall) {
    this.ports = ports;
    this.settings = Map.copyOf(settings);
    this.registry = registry;
    this.wall = wall;
  }

  /** All four, in the order of the data; none is started. */
  DemoServices services() {
    return new DemoServices(
        List.of(
            new AggregatorService(
                config(ports.aggregator(), AggregatorConfig::from), registry, wall),
            new PredictorService(config(ports.predictor(), PredictorConfig::from), registry, wall),
            new TrainerService(config(ports.trainer(), TrainerConfig::from), registry, wall),
            new MonitorService(config(ports.monitor(), MonitorConfig::from), registry, wall)));
  }

  private <C> C config(Port port, Function<Environment, C> reader) {
    Environment environment = Environment.of(DemoSettings.listening(settings, port));
    C config = reader.apply(environment);
    environment.check();
    return config;
  }
}
