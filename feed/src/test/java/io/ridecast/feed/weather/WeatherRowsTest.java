package io.ridecast.feed.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.weather.InvalidWeather;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.WeatherKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeatherRowsTest {
  private static final String HEADING = "date,tmax,tmin,precipitation,wind,snow";
  private static final LocalDate DAY = LocalDate.of(2024, 6, 4);
  private static final Instant NOW = Instant.parse("2024-06-05T15:00:00Z");

  @TempDir private Path folder;

  @Test
  void shouldTakePastDaysAsObservedAndOthersAsForecastNow() throws IOException {
    List<DailyWeather> rows = rows(HEADING + "\n2024-06-04,25.3,14,0,,\n2024-06-05,22,,1.5,,\n");

    assertThat(rows)
        .containsExactly(
            new DailyWeather(
                DAY,
                Instant.parse("2024-06-05T04:59:59Z"),
                WeatherKind.OBSERVED,
                25.3,
                14.0,
                0.0,
                null,
                null),
            new DailyWeather(
                DAY.plusDays(1), NOW, WeatherKind.FORECAST, 22.0, null, 1.5, null, null));
  }

  @Test
  void shouldTellForecastsFromObservationsByTheirIssue() throws IOException {
    List<DailyWeather> rows =
        rows(
            HEADING
                + ",issued_at\n2024-06-04,25,14,0,,,2024-06-03T18:00\n"
                + "2024-06-04,24,14,0,,,2024-06-05T06:00\n");

    assertThat(rows)
        .extracting(DailyWeather::getKind)
        .containsExactly(WeatherKind.FORECAST, WeatherKind.OBSERVED);
    assertThat(rows.get(0).getIssuedAt()).isEqualTo("2024-06-03T23:00:00Z");
  }

  @Test
  void shouldNameLineAndColumnOfAnError() {
    assertThatThrownBy(() -> rows(HEADING + "\n2024-06-04,hot,14,0,,\n"))
        .isInstanceOf(InvalidWeather.class)
        .hasMessageContaining("weather.csv, line 2, column tmax: 'hot'");
  }

  private List<DailyWeather> rows(String text) throws IOException {
    Path file = folder.resolve("weather.csv");
    Files.writeString(file, text);
    return new WeatherRows(new ServiceDay(ZoneId.of("America/Chicago")), NOW).of(file);
  }
}
