package io.ridecast.local.demo;

import io.ridecast.schemas.serdes.AvroSerdes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Puts the services together as their own processes would, each with its own port. */
final class DemoParts {
  private DemoParts() {}

  static DemoServices services(
      DemoConfig config, Map<String, String> settings, AvroSerdes serdes, InstantSource wall) {
    return new DemoServices(List.of());
  }
}
