package io.ridecast.feed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.runtime.settings.InvalidSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FeedCommandTest {
  private static final InstantSource WALL =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  private final StringWriter out = new StringWriter();
  private Exception failure = new IllegalStateException("none");

  @Test
  void shouldAskForAFile() {
    assertThat(execute(Map.of())).isEqualTo(2);
    assertThat(out.toString())
        .contains("Say what to feed: a FILE, --follow FOLDER, or a command such as simulate.");
  }

  @Test
  void shouldExplainItself() {
    FeedCommand.line(WALL, Map.of()).usage(new PrintWriter(out, true));

    assertThat(out.toString()).contains("--live-from=DATE", "--again", "--feed=NAME", "simulate");
  }

  @Test
  void shouldNameAllSettingsThatAreMissing() {
    assertThat(execute(Map.of("GRACE", "soon"), "rides.csv")).isEqualTo(1);
    assertThat(failure)
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS")
        .hasMessageContaining("GRACE");
  }

  @Test
  void shouldNameAFileThatIsMissingWithoutABroker() {
    Map<String, String> settings =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "localhost:1",
            "SCHEMA_REGISTRY_URL", "http://localhost:1");

    assertThat(execute(settings, "nowhere.csv")).isEqualTo(1);
    assertThat(failure).hasMessageStartingWith("nowhere.csv does not exist");
  }

  @Test
  void shouldTakeTheSimulationsOptions() {
    assertThat(execute(Map.of(), "simulate", "--days", "0", "--seed", "5")).isEqualTo(1);
    assertThat(failure).hasMessageContaining("some history is needed, but days is 0");
    assertThat(execute(Map.of(), "simulate", "--day-seconds=x")).isEqualTo(2);
  }

  private int execute(Map<String, String> settings, String... arguments) {
    CommandLine command = FeedCommand.line(WALL, settings);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(out, true));
    command.setExecutionExceptionHandler(
        (thrown, commandLine, result) -> {
          failure = thrown;
          return 1;
        });
    return command.execute(arguments);
  }
}
