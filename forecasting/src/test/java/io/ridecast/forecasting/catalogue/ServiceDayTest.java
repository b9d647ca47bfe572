package io.ridecast.forecasting.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceDayTest {
  private final ServiceDay days = new ServiceDay(ZoneId.of("America/Chicago"));

  @ParameterizedTest
  @CsvSource({
    "2020-03-08,23",
    "2020-11-01,25",
    "2020-02-29,24",
    "2020-12-31,24",
    "2021-01-01,24",
    "2017-03-12,23"
  })
  void shouldLastAsLongAsTheClocksSay(LocalDate day, long hours) {
    assertThat(Duration.between(days.start(day), days.end(day))).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-03-08T05:59:59.999Z,2020-03-07",
    "2020-03-08T06:00:00Z,2020-03-08",
    "2020-03-09T04:59:59Z,2020-03-08",
    "2020-03-09T05:00:00Z,2020-03-09",
    "2020-11-01T06:30:00Z,2020-11-01",
    "2020-11-01T07:30:00Z,2020-11-01",
    "2020-11-02T05:59:59Z,2020-11-01",
    "2020-11-02T06:00:00Z,2020-11-02",
    "2020-02-29T06:00:00Z,2020-02-29",
    "2020-03-01T05:59:59Z,2020-02-29",
    "2021-01-01T05:59:59Z,2020-12-31",
    "2021-01-01T06:00:00Z,2021-01-01"
  })
  void shouldBeTheLocalDayOfAnInstant(Instant instant, LocalDate day) {
    assertThat(days.of(instant)).isEqualTo(day);
    assertThat(instant).isBetween(days.start(day), days.end(day).minusNanos(1));
  }
}
