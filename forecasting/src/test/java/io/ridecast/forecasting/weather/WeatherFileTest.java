package io.ridecast.forecasting.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.forecasting.catalogue.ServiceDay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeatherFileTest {
  private static final ServiceDay DAYS = new ServiceDay(ZoneId.of("America/Chicago"));
  private static final String HEADING = "date,tmax,tmin,precipitation,wind,snow";

  @Test
  void shouldReadMeasuresAndLeaveEmptyOnesUnknown() {
    WeatherFile file =
        WeatherFile.parse(
            "w.csv", HEADING + "\n2024-06-04,25.5,14,0,,\n\n2024-06-05,,,3.2,20,0", DAYS);

    List<WeatherReport> reports = file.reports(day -> Instant.MIN);

    assertThat(file.tellsIssues()).isFalse();
    assertThat(reports)
        .containsExactly(
            new WeatherReport(
                LocalDate.of(2024, 6, 4),
                Instant.MIN,
                new WeatherMeasures(25.5f, 14, 0, Float.NaN, Float.NaN)),
            new WeatherReport(
                LocalDate.of(2024, 6, 5),
                Instant.MIN,
                new WeatherMeasures(Float.NaN, Float.NaN, 3.2f, 20, 0)));
  }

  @Test
  void shouldReadWhatItWrote() {
    WeatherHistory history =
        WeatherHistory.of(
            List.of(
                new WeatherReport(
                    LocalDate.of(2024, 6, 5),
                    Instant.parse("2024-06-04T22:59:59.999Z"),
                    new WeatherMeasures(25.1f, -0.3f, 1e-3f, Float.NaN, 0)),
                new WeatherReport(
                    LocalDate.of(2024, 6, 4),
                    Instant.parse("2024-06-04T23:00:00Z"),
                    WeatherMeasures.UNKNOWN)));

    WeatherFile file = WeatherFile.parse("w.csv", WeatherFile.text(history), DAYS);

    assertThat(file.reports(day -> Instant.MIN)).isEqualTo(history.reports()).hasSize(2);
  }

  @Test
  void shouldReadThatNothingWasEverIssued() {
    WeatherFile file = WeatherFile.parse("w.csv", WeatherFile.text(WeatherHistory.none()), DAYS);

    assertThat(file.reports(day -> Instant.MIN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-03T18:00:00Z,2024-06-03T18:00:00Z",
    "2024-06-03T18:00:00-05:00,2024-06-03T23:00:00Z",
    "2024-06-03T18:00,2024-06-03T23:00:00Z",
    "2024-01-03 18:00:00,2024-01-04T00:00:00Z",
    "2024-06-03,2024-06-03T05:00:00Z",
  })
  void shouldReadWhenARowWasIssued(String issued, Instant instant) {
    WeatherFile file =
        WeatherFile.parse("w.csv", HEADING + ",issued_at\n2024-06-04,25,14,0,,," + issued, DAYS);

    assertThat(file.tellsIssues()).isTrue();
    assertThat(file.reports(day -> Instant.MIN))
        .singleElement()
        .extracting(WeatherReport::issuedAt)
        .isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-6-4,25,14,0,,,2024-06-03|line 2, column date: '2024-6-4' is not a date",
        "2024-06-04,78,60,0,,,2024-06-03|line 2, column tmax: '78' is no number of degrees Celsius",
        "2024-06-04,14,25,0,,,2024-06-03|line 2, column tmin: '25' is above tmax, '14'",
        "2024-06-04,25,14,-1,,,2024-06-03|line 2, column precipitation: '-1' is no number of mm",
        "2024-06-04,25,14,T,,,2024-06-03|line 2, column precipitation: 'T' is no number of mm",
        "2024-06-04,25,14,0,500,,2024-06-03|line 2, column wind: '500' is no number of km/h",
        "2024-06-04,25,14,0,,NaN,2024-06-03|line 2, column snow: 'NaN' is no number of mm of depth",
        "2024-06-04,25,14,0,,,3 June|line 2, column issued_at: '3 June' is not a time",
        "2024-06-04,25,14,0,,,2024-06-03\\n2024-06-05,25,14,0,,,|line 3, column issued_at: ''",
        "2024-06-04,25,14,0,,,2024-06-03\\n2024-06-04,25,14,0,,,2024-06-03|line 3, column date:"
            + " '2024-06-04' has another row above",
      })
  void shouldNameLineAndColumnOfAnError(String rows, String problem) {
    WeatherFile file =
        WeatherFile.parse("w.csv", HEADING + ",issued_at\n" + rows.replace("\\n", "\n"), DAYS);

    assertThatThrownBy(() -> file.reports(day -> Instant.MIN))
        .isInstanceOf(InvalidWeather.class)
        .hasMessageStartingWith("w.csv, " + problem);
  }

  @Test
  void shouldNameAMissingColumnAndAMissingFile() {
    assertThatThrownBy(() -> WeatherFile.parse("w.csv", "date,tmax\n", DAYS))
        .isInstanceOf(InvalidWeather.class)
        .hasMessageStartingWith("w.csv, line 1: missing column tmin, precipitation, wind, snow");
    assertThatThrownBy(() -> WeatherFile.read(Path.of("no-weather.csv"), DAYS))
        .isInstanceOf(InvalidWeather.class)
        .hasMessageContaining("no-weather.csv: there is no such file");
  }
}
