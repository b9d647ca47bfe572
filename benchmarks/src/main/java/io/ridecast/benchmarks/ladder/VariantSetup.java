package io.ridecast.benchmarks.ladder;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a measured process is told, by its environment.
 *
 * @param rides how many there are to process
 * @param closes what the business clock says at the end
 */
record VariantSetup(Variant variant, KafkaConfig kafka, Path stateDir, int rides, Instant closes) {

  static VariantSetup from(Environment environment) {
    return new VariantSetup(
        environment.choice("VARIANT", Variant.class, Variant.REAL),
        KafkaConfig.from(environment),
        environment.path("STATE_DIR", Path.of("state")),
        environment.integer("RIDES", 1, 1, Integer.MAX_VALUE),
        Instant.parse(environment.required("CLOSES")));
  }

  Map<String, String> variables() {
    return new TreeMap<>(
        Map.of(
            "VARIANT", variant.name().toLowerCase(Locale.ROOT),
            "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
            "STATE_DIR", stateDir.toString(),
            "RIDES", Integer.toString(rides),
            "CLOSES", closes.toString(),
            "CLOCK", "watermark",
            "HTTP_PORT", "0"));
  }
}
