package io.ridecast.local.demo;

import io.ridecast.local.ports.Port;
import java.util.Map;
import java.util.TreeMap;

/** The settings with which the demo starts its services: those of its own parts, no others. */
final class DemoSettings {
  /** Mondays, after the night: often enough to be seen, seldom enough not to be in the way. */
  private static final String MONDAYS = "0 5 * * 1";

  /** Between two trainings the model's intervals keep up with its errors. */
  private static final String THURSDAYS = "30 5 * * 4";

  private DemoSettings() {}

  static Map<String, String> of(DemoConfig config, DemoDirectory directory, DemoPlatform platform) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("KAFKA_BOOTSTRAP_SERVERS", platform.kafka().bootstrapServers());
    settings.put("SCHEMA_REGISTRY_URL", platform.registryUrl().toString());
    settings.put("MODEL_STORE", directory.models().toUri().toString());
    settings.put("STATE_DIR", directory.state().toString());
    settings.put("FEEDS", "rides");
    settings.put("CLOCK", "watermark");
    settings.put("TRAINING_CRON", MONDAYS);
    settings.put("RECALIBRATION_CRON", THURSDAYS);
    settings.put("TRAINING_PROFILE", "quick");
    config.catalogue().ifPresent(file -> settings.put("CATALOG", file.toAbsolutePath().toString()));
    settings.putAll(config.passedOn());
    return settings;
  }

  /** The same for a service that listens on a port. */
  static Map<String, String> listening(Map<String, String> settings, Port port) {
    Map<String, String> own = new TreeMap<>(settings);
    own.put("HTTP_PORT", Integer.toString(port.number()));
    return own;
  }
}
