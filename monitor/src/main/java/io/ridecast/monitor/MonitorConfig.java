package io.ridecast.monitor;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import java.nio.file.Path;

/**
 * What the monitor is set up with.
 *
 * @param kafka how Kafka is reached
 * @param stateDir directory of the stores
 * @param httpPort of metrics and health
 * @param httpPortSetting the setting that the port comes from, named when it is taken
 * @param clock where the business time comes from
 */
public record MonitorConfig(
    KafkaConfig kafka, Path stateDir, int httpPort, String httpPortSetting, ClockMode clock) {
  private static final String PORT = "HTTP_PORT";
  private static final int DEFAULT_PORT = 8084;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads KAFKA_*, NUM_STREAM_THREADS, STATE_DIR (state), HTTP_PORT (8084) and CLOCK (wall).
   *
   * @throws InvalidSettings naming every problem of the environment so far
   */
  public static MonitorConfig from(Environment environment) {
    MonitorConfig config =
        new MonitorConfig(
            KafkaConfig.from(environment),
            environment.path("STATE_DIR", Path.of("state")),
            environment.integer(PORT, DEFAULT_PORT, 0, HIGHEST_PORT),
            PORT,
            FollowedClock.from(environment));
    environment.check();
    return config;
  }
}
