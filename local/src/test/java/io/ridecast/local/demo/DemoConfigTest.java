package io.ridecast.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.local.ports.Port;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoConfigTest {
  @TempDir Path folder;

  @Test
  void shouldSimulateChicagoOnTheKnownPortsWithoutAnySetting() {
    DemoConfig config = config(Map.of());

    assertThat(config.once()).isFalse();
    assertThat(config.rides()).isEmpty();
    assertThat(config.catalogue()).isEmpty();
    assertThat(config.data()).isEmpty();
    assertThat(config.day()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.historyDays()).isEqualTo(400);
    assertThat(config.ports().all())
        .extracting(Port::number)
        .containsExactly(9092, 8081, 8080, 8082, 8083, 8084);
  }

  @Test
  void shouldTakeEverySetting() throws IOException {
    Path rides = Files.writeString(folder.resolve("rides.csv"), "");
    Path zones = Files.writeString(folder.resolve("zones.csv"), "");

    DemoConfig config =
        config(
            Map.of(
                "ONCE", "1",
                "RIDES", rides.toString(),
                "CATALOG", zones.toString(),
                "LIVE_FROM", "2017-12-01",
                "DAY_SECONDS", "3",
                "DATA", folder.toString(),
                "BROKER_PORT", "19092",
                "MONITOR_HTTP_PORT", "18084",
                "GRACE", "PT3H"));

    assertThat(config.once()).isTrue();
    assertThat(config.rides()).contains(rides);
    assertThat(config.catalogue()).contains(zones);
    assertThat(config.liveFrom()).contains(LocalDate.of(2017, 12, 1));
    assertThat(config.day()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.data()).contains(folder);
    assertThat(config.ports().broker()).isEqualTo(new Port("BROKER_PORT", 19092));
    assertThat(config.ports().monitor()).isEqualTo(new Port("MONITOR_HTTP_PORT", 18084));
    assertThat(config.passedOn()).containsExactly(Map.entry("GRACE", "PT3H"));
  }

  @Test
  void shouldNameAllThatIsWrongAtOnce() {
    assertThatThrownBy(
            () ->
                config(
                    Map.of(
                        "RIDES", folder.resolve("missing.csv").toString(),
                        "LIVE_FROM", "December",
                        "DAY_SECONDS", "soon",
                        "HTTP_PORT", "70000")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("RIDES")
        .hasMessageContaining("LIVE_FROM")
        .hasMessageContaining("DAY_SECONDS")
        .hasMessageContaining("HTTP_PORT");
  }

  @Test
  void shouldRefuseLiveDaysOfAFileThatIsNotGiven() {
    assertThatThrownBy(() -> config(Map.of("LIVE_FROM", "2017-12-01")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("needs RIDES");
  }

  @Test
  void shouldRefuseOnePortForTwoParts() {
    assertThatThrownBy(() -> config(Map.of("HTTP_PORT", "9092")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("HTTP_PORT")
        .hasMessageContaining("another part's port");
  }

  private static DemoConfig config(Map<String, String> variables) {
    Environment environment = Environment.of(variables);
    DemoConfig config = DemoConfig.from(environment);
    environment.check();
    return config;
  }
}
