package io.ridecast.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  private enum Mode {
    WALL,
    FAST_FORWARD
  }

  @Test
  void shouldReadEveryKindOfSetting() {
    Environment environment =
        Environment.of(
            Map.of(
                "NAME", " lake view ",
                "COUNT", "7",
                "GRACE", "PT2H",
                "WINDOW", "P14D",
                "URL", "http://localhost:8081",
                "DIR", "/var/state",
                "FEEDS", "a, b,,c",
                "MODE", "fast-forward"));

    assertThat(environment.text("NAME", "x")).isEqualTo("lake view");
    assertThat(environment.integer("COUNT", 1, 1, 7)).isEqualTo(7);
    assertThat(environment.duration("GRACE", Duration.ZERO)).isEqualTo(Duration.ofHours(2));
    assertThat(environment.duration("WINDOW", Duration.ZERO)).isEqualTo(Duration.ofDays(14));
    assertThat(environment.uri("URL")).contains(URI.create("http://localhost:8081"));
    assertThat(environment.path("DIR", Path.of("."))).isEqualTo(Path.of("/var/state"));
    assertThat(environment.list("FEEDS", List.of())).containsExactly("a", "b", "c");
    assertThat(environment.choice("MODE", Mode.class, Mode.WALL)).isEqualTo(Mode.FAST_FORWARD);
    assertThatCode(environment::check).doesNotThrowAnyException();
  }

  @Test
  void shouldFallBackWhereNothingOrOnlyBlanksAreSet() {
    Environment environment = Environment.of(Map.of("COUNT", "  ", "FEEDS", " , "));

    assertThat(environment.integer("COUNT", 3, 1, 9)).isEqualTo(3);
    assertThat(environment.list("FEEDS", List.of("rides"))).containsExactly("rides");
    assertThat(environment.text("NAME")).isEmpty();
    assertThatCode(environment::check).doesNotThrowAnyException();
  }

  @Test
  void shouldReadTheFileOfASettingOrSayWhatIsWrongWithIt() {
    Environment environment = Environment.of(Map.of("GOOD", "a.csv", "BAD", "b.csv"));

    assertThat(environment.file("GOOD", Path::toString, () -> "none", IllegalStateException.class))
        .isEqualTo("a.csv");
    assertThat(environment.file("NONE", Path::toString, () -> "none", IllegalStateException.class))
        .isEqualTo("none");
    assertThat(
            environment.file(
                "BAD", EnvironmentTest::refuse, () -> "none", IllegalStateException.class))
        .isEqualTo("none");

    assertThatThrownBy(environment::check).hasMessageContaining("BAD=b.csv: b.csv is empty");
    assertThatThrownBy(
            () ->
                environment.file(
                    "BAD", EnvironmentTest::refuse, () -> "", IllegalArgumentException.class))
        .as("a fault of the program")
        .isInstanceOf(IllegalStateException.class);
  }

  private static String refuse(Path file) {
    throw new IllegalStateException(file + " is empty");
  }

  @Test
  void shouldTellAllProblemsAtOnceWithNameValueAndWhatIsExpected() {
    Environment environment =
        Environment.of(Map.of("PORT", "80800", "GRACE", "2h", "MODE", "slow", "URL", "nowhere"));

    environment.integer("PORT", 8080, 0, 65535);
    environment.duration("GRACE", Duration.ZERO);
    environment.choice("MODE", Mode.class, Mode.WALL);
    environment.uri("URL");
    environment.required("BROKERS");

    assertThatThrownBy(environment::check)
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("PORT=80800: has to be a whole number from 0 to 65535")
        .hasMessageContaining("GRACE=2h: has to be a duration such as PT2H or P14D")
        .hasMessageContaining("MODE=slow: has to be one of wall, fast-forward")
        .hasMessageContaining("URL=nowhere: has to be an address with a scheme")
        .hasMessageContaining("BROKERS is not set: it is needed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7.5", "0", "10", "-1", "99999999999", "seven"})
  void shouldRefuseWhatIsNoWholeNumberInTheRange(String given) {
    Environment environment = Environment.of(Map.of("COUNT", given));

    assertThat(environment.integer("COUNT", 5, 1, 9)).isEqualTo(5);

    if (!given.isEmpty()) {
      assertThatThrownBy(environment::check).hasMessageContaining("COUNT=" + given);
    }
  }

  @Test
  void shouldRefuseANegativeDuration() {
    Environment environment = Environment.of(Map.of("GRACE", "-PT2H"));

    environment.duration("GRACE", Duration.ZERO);

    assertThatThrownBy(environment::check).hasMessageContaining("not negative");
  }

  @Test
  void shouldNeverShowASecret() {
    Environment environment =
        Environment.of(
            Map.of(
                "KAFKA_SASL_JAAS_CONFIG", "hunter2",
                "STORE_SECRET", "hunter2",
                "REGISTRY_URL", "http://me:hunter2@registry:8081"));

    environment.problem("KAFKA_SASL_JAAS_CONFIG", "is wrong");
    environment.problem("REGISTRY_URL", "is wrong");

    assertThat(environment.toString()).contains("STORE_SECRET=****").doesNotContain("hunter2");
    assertThatThrownBy(environment::check)
        .hasMessageContaining("KAFKA_SASL_JAAS_CONFIG=****")
        .hasMessageContaining("http://me:****@registry:8081")
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void shouldFindVariablesByTheirPrefix() {
    Environment environment = Environment.of(Map.of("KAFKA_B", "2", "KAFKA_A", "1", "OTHER", "3"));

    assertThat(environment.withPrefix("KAFKA_").keySet()).containsExactly("KAFKA_A", "KAFKA_B");
  }

  @Test
  void shouldTellWhatAnotherModuleFindsWrongWithItsSettings() {
    Environment environment = Environment.of(Map.of("REGISTRY_URL", "x", "OTHER", "y"));

    assertThat(environment.group("REGISTRY_", Map::keySet)).contains(Set.of("REGISTRY_URL"));
    assertThatCode(environment::check).doesNotThrowAnyException();

    assertThat(
            environment.<String>group(
                "REGISTRY_",
                found -> {
                  throw new IllegalArgumentException("REGISTRY_URL must be http");
                }))
        .isEmpty();
    assertThatThrownBy(environment::check).hasMessageContaining("REGISTRY_*: REGISTRY_URL must be");
  }
}
