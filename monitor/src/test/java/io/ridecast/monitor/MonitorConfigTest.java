package io.ridecast.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.time.ClockMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorConfigTest {

  @Test
  void shouldNeedNothingButTheBroker() {
    MonitorConfig config =
        MonitorConfig.from(Environment.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", "b:9092")));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("b:9092");
    assertThat(config.stateDir()).isEqualTo(Path.of("state"));
    assertThat(config.httpPort()).isEqualTo(8084);
    assertThat(config.clock()).isEqualTo(ClockMode.WALL);
  }

  @Test
  void shouldTakeEverySetting() {
    MonitorConfig config =
        MonitorConfig.from(
            Environment.of(
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", "b:9092",
                    "STATE_DIR", "/var/monitor",
                    "HTTP_PORT", "9000",
                    "CLOCK", "watermark")));

    assertThat(config.stateDir()).isEqualTo(Path.of("/var/monitor"));
    assertThat(config.httpPort()).isEqualTo(9000);
    assertThat(config.clock()).isEqualTo(ClockMode.WATERMARK);
  }

  @Test
  void shouldTellAllProblemsAtOnce() {
    Environment environment = Environment.of(Map.of("HTTP_PORT", "x", "CLOCK", "sun"));

    MonitorConfig.from(environment);

    assertThatThrownBy(environment::check)
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS is not set")
        .hasMessageContaining("HTTP_PORT=x")
        .hasMessageContaining("CLOCK=sun");
  }
}
