package io.ridecast.monitor;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import java.nio.file.Path;

/**
 * What the monitor is set up with.
 *
 * @param kafka how Kafka is reached
 * @param stateDir directory of the stores
 * @param httpPort of metrics and health
 * @param clock where the business time comes from
 */
public record MonitorConfig(KafkaConfig kafka, Path stateDir, int httpPort, ClockMode clock) {
  private static final int DEFAULT_PORT = 8084;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads KAFKA_*, NUM_STREAM_THREADS, STATE_DIR (state), HTTP_PORT (8084) and CLOCK (wall); what
   * is wrong with them is noted in the environment.
   */
  public static MonitorConfig from(Environment environment) {
    return new MonitorConfig(
        KafkaConfig.from(environment),
        environment.path("STATE_DIR", Path.of("state")),
        environment.integer("HTTP_PORT", DEFAULT_PORT, 0, HIGHEST_PORT),
        FollowedClock.from(environment));
  }
}
