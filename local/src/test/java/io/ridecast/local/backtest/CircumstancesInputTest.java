package io.ridecast.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.feed.simulation.Simulation;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CircumstancesInputTest {
  private static final String HEADING = "date,tmax,tmin,precipitation,wind,snow";
  private static final LocalDate DAY = LocalDate.of(2024, 6, 4);

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @Test
  void shouldNeedNothing() {
    Circumstances circumstances = read(Map.of(), Optional.empty());

    assertThat(circumstances.hasWeather()).isFalse();
    assertThat(notes).isEmpty();
  }

  @Test
  void shouldSayThatWeatherWithoutIssuesIsTakenAsKnownInAdvance() throws IOException {
    String file = file("weather.csv", HEADING + "\n2024-06-04,25,14,0,,\n");

    Circumstances circumstances = read(Map.of("WEATHER", file), Optional.empty());

    assertThat(tmax(circumstances, DAY.minusDays(3), DAY)).isEqualTo(25);
    assertThat(notes).singleElement().asString().contains("known in advance", "issued_at");
  }

  @Test
  void shouldTellWeatherAsItWasIssued() throws IOException {
    String file =
        file("weather.csv", HEADING + ",issued_at\n2024-06-04,25,14,0,,,2024-06-03T18:00\n");

    Circumstances circumstances = read(Map.of("WEATHER", file), Optional.empty());

    assertThat(tmax(circumstances, DAY.minusDays(1), DAY)).isEqualTo(25);
    assertThat(tmax(circumstances, DAY.minusDays(2), DAY)).isNaN();
    assertThat(notes).singleElement().asString().contains("as it was issued");
  }

  @Test
  void shouldTakeTheSimulatedCitysWeather() {
    Simulation city = Simulation.usual().withHistoryDays(10);

    Circumstances circumstances = read(Map.of("WEATHER", "simulated"), Optional.of(city));

    assertThat(tmax(circumstances, city.firstDay(), city.firstDay().plusDays(1))).isNotNaN();
    assertThat(notes).singleElement().asString().contains("simulated");
  }

  @Test
  void shouldReadOwnDays() throws IOException {
    String file = file("events.csv", "date,name\n2024-06-04,Fair\n");

    Circumstances circumstances = read(Map.of("EVENTS", file), Optional.empty());

    assertThat(circumstances.events().cityWide().count(DAY.toEpochDay())).isEqualTo(1);
    assertThat(notes).containsExactly("1 own events");
  }

  @Test
  void shouldNameWhatCannotBeRead() {
    Environment environment =
        Environment.of(Map.of("WEATHER", "simulated", "EVENTS", "/nowhere/events.csv"));

    CircumstancesInput.from(environment, Optional.empty());

    assertThatThrownBy(environment::check)
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContainingAll("WEATHER=simulated", "SIMULATE", "EVENTS=/nowhere/events.csv");
  }

  private Circumstances read(Map<String, String> settings, Optional<Simulation> simulated) {
    Environment environment = Environment.of(settings);
    CircumstancesInput input = CircumstancesInput.from(environment, simulated);
    environment.check();
    return input.read(Catalogue.chicago(), notes::add);
  }

  /** What was known of a day's temperature at an origin. */
  private static float tmax(Circumstances circumstances, LocalDate origin, LocalDate day) {
    return circumstances.weatherKnownAt(origin).of(day.toEpochDay()).tmax();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
