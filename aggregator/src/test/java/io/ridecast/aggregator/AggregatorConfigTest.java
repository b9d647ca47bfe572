package io.ridecast.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.aggregator.AggregatorConfig.Packing;
import io.ridecast.aggregator.packing.RidePacker;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import io.ridecast.runtime.time.ClockMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregatorConfigTest {
  private static final Map<String, String> LEAST = Map.of("KAFKA_BOOTSTRAP_SERVERS", "broker:9092");

  @TempDir Path directory;

  @Test
  void shouldHaveDefaults() {
    AggregatorConfig config = AggregatorConfig.from(Environment.of(LEAST));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("broker:9092");
    assertThat(config.stateDir()).isEqualTo(Path.of("state"));
    assertThat(config.catalogue().communities()).hasSize(77);
    assertThat(config.feeds()).containsExactly("rides");
    assertThat(config.rules().grace()).isEqualTo(Duration.ofHours(2));
    assertThat(config.rules().revisionWindow()).isEqualTo(Duration.ofDays(14));
    assertThat(config.clock()).isEqualTo(ClockMode.WALL);
    assertThat(config.packing()).isEqualTo(Packing.ON);
    assertThat(config.httpPort()).isEqualTo(8082);
  }

  @Test
  void shouldTakeEverySetting() throws IOException {
    Path catalogue = directory.resolve("zones.csv");
    Files.writeString(catalogue, "number,name,latitude,longitude\n5,HILL,40.4,-80.0\n");
    Path calendar = directory.resolve("calendar.csv");
    Files.writeString(calendar, "community,from,to\n5,2020-01-01,2020-03-31\n");
    Map<String, String> settings = new HashMap<>(LEAST);
    settings.put("STATE_DIR", "/var/aggregator");
    settings.put("CATALOG", catalogue.toString());
    settings.put("SERVICE_CALENDAR", calendar.toString());
    settings.put("FEEDS", "lime,bird");
    settings.put("GRACE", "PT1H");
    settings.put("REVISION_WINDOW", "P7D");
    settings.put("CLOCK", "watermark");
    settings.put("RIDE_PACKING", "off");
    settings.put("HTTP_PORT", "9000");
    Environment environment = Environment.of(settings);

    AggregatorConfig config = AggregatorConfig.from(environment);
    environment.check();

    assertThat(config.stateDir()).isEqualTo(Path.of("/var/aggregator"));
    assertThat(config.catalogue().communities()).hasSize(1);
    assertThat(
            config
                .calendar()
                .inService(config.catalogue().communities().get(0), LocalDate.of(2020, 2, 1)))
        .isFalse();
    assertThat(config.feeds()).containsExactly("lime", "bird");
    assertThat(config.rules().grace()).isEqualTo(Duration.ofHours(1));
    assertThat(config.rules().revisionWindow()).isEqualTo(Duration.ofDays(7));
    assertThat(config.clock()).isEqualTo(ClockMode.WATERMARK);
    assertThat(config.packing()).isEqualTo(Packing.OFF);
    assertThat(config.httpPort()).isEqualTo(9000);
  }

  @Test
  void shouldTellAllProblemsAtOnce() {
    Environment environment =
        Environment.of(
            Map.of("CATALOG", "missing.csv", "SERVICE_CALENDAR", "none.csv", "GRACE", "soon"));

    AggregatorConfig.from(environment);

    assertThatThrownBy(environment::check)
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS")
        .hasMessageContaining("missing.csv")
        .hasMessageContaining("none.csv")
        .hasMessageContaining("GRACE");
  }

  @Test
  void shouldEndWithOneWhenSettingsAreWrong() {
    assertThat(AggregatorMain.run(Map.of())).isEqualTo(1);
  }

  @Test
  void shouldPackRidesUnlessToldNotTo() {
    String interceptors = "main.consumer.interceptor.classes";
    AggregatorConfig config = AggregatorConfig.from(Environment.of(LEAST));
    Map<String, String> off = new HashMap<>(LEAST);
    off.put("RIDE_PACKING", "off");

    assertThat(AggregatorSettings.of(config))
        .containsEntry(interceptors, RidePacker.class.getName());
    assertThat(AggregatorSettings.of(AggregatorConfig.from(Environment.of(off))))
        .doesNotContainKey(interceptors);
  }
}
