package io.ridecast.trainer.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.forecasting.weather.WeatherSpan;
import io.ridecast.trainer.tracking.DataNote;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 6);
  private static final LocalDate LAST = LocalDate.of(2020, 5, 4);
  private static final String DIGEST = "0123456789".repeat(6) + "0123";
  private static final Map<String, String> FILES =
      Map.of(
          "history.csv.gz", "s3://b/h-history.csv.gz",
          "weather.csv", "s3://b/w-weather.csv",
          "events.csv", "s3://b/e-events.csv");

  @Test
  void shouldNameTheDaysTheWeatherAndTheOwnDays() throws Exception {
    JsonNode profile = profile(Optional.of(new WeatherSpan(FIRST, LAST.plusDays(7), 900)));

    assertThat(profile.path("num_rows").asInt()).isEqualTo(9240);
    assertThat(profile.path("first_day").asText()).isEqualTo("2020-01-06");
    assertThat(profile.at("/weather/first_day").asText()).isEqualTo("2020-01-06");
    assertThat(profile.at("/weather/last_day").asText()).isEqualTo("2020-05-11");
    assertThat(profile.at("/weather/reports").asInt()).isEqualTo(900);
    assertThat(profile.path("events").asInt()).isEqualTo(3);
  }

  @Test
  void shouldSayThatThereWasNoWeather() throws Exception {
    assertThat(profile(Optional.empty()).has("weather")).isFalse();
  }

  @Test
  void shouldSayWhereEachFileIs() throws Exception {
    JsonNode dataset = Datasets.of(note(Optional.empty()), FILES, "1.0");

    JsonNode source = new ObjectMapper().readTree(dataset.path("source").asText());
    assertThat(dataset.path("source_type").asText()).isEqualTo("s3");
    assertThat(source.path("uri").asText()).isEqualTo("s3://b/h-history.csv.gz");
    assertThat(source.path("weather").asText()).isEqualTo("s3://b/w-weather.csv");
    assertThat(source.path("events").asText()).isEqualTo("s3://b/e-events.csv");
    assertThat(source.path("code_version").asText()).isEqualTo("1.0");
    assertThat(dataset.path("digest").asText()).hasSize(36).isSubstringOf(DIGEST);
  }

  private static JsonNode profile(Optional<WeatherSpan> weather) throws Exception {
    JsonNode dataset = Datasets.of(note(weather), FILES, "1.0");
    return new ObjectMapper().readTree(dataset.path("profile").asText());
  }

  private static DataNote note(Optional<WeatherSpan> weather) {
    return new DataNote("daily-demand", DIGEST, FIRST, LAST, 9240, 77, 1e6, weather, 3);
  }
}
