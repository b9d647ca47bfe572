package io.ridecast.local.command;

import io.ridecast.runtime.settings.Environment;
import java.util.Map;
import java.util.TreeMap;

/** The environment of a command that a person types: what it does not say is the local default. */
final class LocalSettings {
  static final int BROKER_PORT = 9092;
  static final int REGISTRY_PORT = 8081;

  private LocalSettings() {}

  static Environment of(Map<String, String> variables) {
    return Environment.of(withDefaults(variables));
  }

  static Map<String, String> withDefaults(Map<String, String> variables) {
    Map<String, String> settings = new TreeMap<>(variables);
    settings.putIfAbsent(
        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(variables, "BROKER_PORT", BROKER_PORT));
    settings.putIfAbsent(
        "SCHEMA_REGISTRY_URL",
        "http://127.0.0.1:%s/apis/ccompat/v7"
            .formatted(port(variables, "REGISTRY_PORT", REGISTRY_PORT)));
    return settings;
  }

  private static String port(Map<String, String> variables, String name, int fallback) {
    return variables.getOrDefault(name, Integer.toString(fallback));
  }
}
