package io.ridecast.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import io.ridecast.runtime.time.ClockMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictorConfigTest {

  @Test
  void shouldNeedOnlyTheBrokerAndTheModels() {
    Environment environment =
        Environment.of(
            Map.of("KAFKA_BOOTSTRAP_SERVERS", "broker:9092", "MODEL_STORE", "file:/var/models"));

    PredictorConfig config = PredictorConfig.from(environment);
    environment.check();

    assertThat(config.kafka().bootstrapServers()).isEqualTo("broker:9092");
    assertThat(config.stateDir()).isEqualTo(Path.of("state"));
    assertThat(config.catalogue().communities()).hasSize(77);
    assertThat(config.grace()).isEqualTo(Duration.ofHours(2));
    assertThat(config.clock()).isEqualTo(ClockMode.WALL);
    assertThat(config.httpPort()).isEqualTo(8080);
  }

  @Test
  void shouldTakeEverySetting() {
    Environment environment =
        Environment.of(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                "MODEL_STORE", "file:/var/models",
                "STATE_DIR", "/var/state",
                "GRACE", "PT30M",
                "CLOCK", "watermark",
                "HTTP_PORT", "0"));

    PredictorConfig config = PredictorConfig.from(environment);
    environment.check();

    assertThat(config.stateDir()).isEqualTo(Path.of("/var/state"));
    assertThat(config.grace()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.clock()).isEqualTo(ClockMode.WATERMARK);
    assertThat(config.httpPort()).isZero();
  }

  @Test
  void shouldNameEveryProblemAtOnce() {
    Environment environment =
        Environment.of(
            Map.of(
                "MODEL_STORE", "ftp://models",
                "GRACE", "two hours",
                "HTTP_PORT", "70000",
                "CATALOG", "/no/such/file.csv",
                "SERVICE_CALENDAR", "/no/such/calendar.csv",
                "EVENTS", "/no/such/events.csv",
                "CLOCK", "sundial"));

    PredictorConfig.from(environment);

    assertThatThrownBy(environment::check)
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContainingAll(
            "KAFKA_BOOTSTRAP_SERVERS",
            "MODEL_STORE",
            "GRACE",
            "HTTP_PORT",
            "CATALOG",
            "SERVICE_CALENDAR",
            "EVENTS",
            "CLOCK");
  }
}
