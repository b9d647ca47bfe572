package io.ridecast.local.demo;

import io.ridecast.local.ports.Port;
import io.ridecast.runtime.settings.Environment;
import java.util.List;

/**
 * Where the parts of the demo listen.
 *
 * @param broker Kafka
 * @param registry the schema registry
 * @param predictor REST and the page
 * @param aggregator metrics and health
 * @param trainer metrics and health
 * @param monitor metrics and health
 */
public record DemoPorts(
    Port broker, Port registry, Port predictor, Port aggregator, Port trainer, Port monitor) {

  static DemoPorts from(Environment environment) {
    return new DemoPorts(
        port(environment, "BROKER_PORT", 9092),
        port(environment, "REGISTRY_PORT", 8081),
        port(environment, "HTTP_PORT", 8080),
        port(environment, "AGGREGATOR_HTTP_PORT", 8082),
        port(environment, "TRAINER_HTTP_PORT", 8083),
        port(environment, "MONITOR_HTTP_PORT", 8084));
  }

  /** Ports that were free a moment ago. */
  public static DemoPorts free() {
    return new DemoPorts(
        Port.free("BROKER_PORT"),
        Port.free("REGISTRY_PORT"),
        Port.free("HTTP_PORT"),
        Port.free("AGGREGATOR_HTTP_PORT"),
        Port.free("TRAINER_HTTP_PORT"),
        Port.free("MONITOR_HTTP_PORT"));
  }

  List<Port> all() {
    return List.of(broker, registry, predictor, aggregator, trainer, monitor);
  }

  private static Port port(Environment environment, String setting, int fallback) {
    return new Port(setting, environment.integer(setting, fallback, 1, 65_535));
  }
}
