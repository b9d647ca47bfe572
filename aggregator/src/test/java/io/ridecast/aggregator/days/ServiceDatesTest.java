package io.ridecast.aggregator.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceDatesTest {
  private final ServiceDates chicago = dates("America/Chicago");

  @ParameterizedTest
  @CsvSource({
    "2020-09-02T04:59:59.999Z, 2020-09-01",
    "2020-09-02T05:00:00Z, 2020-09-02",
    "2020-03-08T06:00:00Z, 2020-03-08", // 23 hours
    "2020-03-09T04:59:59.999Z, 2020-03-08",
    "2020-03-09T05:00:00Z, 2020-03-09",
    "2020-11-01T05:00:00Z, 2020-11-01", // 25 hours
    "2020-11-02T05:59:59.999Z, 2020-11-01",
    "2020-11-02T06:00:00Z, 2020-11-02",
    "2020-02-29T18:00:00Z, 2020-02-29",
    "2021-01-01T05:59:59.999Z, 2020-12-31"
  })
  void shouldFindTheLocalDay(Instant instant, LocalDate day) {
    assertThat(ServiceDates.date(chicago.of(instant.toEpochMilli()))).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/Chicago",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Asia/Kathmandu",
        "Africa/Cairo"
      })
  void shouldAgreeWithTheZonesRules(String zone) {
    ServiceDay serviceDay = new ServiceDay(ZoneId.of(zone));
    ServiceDates dates = new ServiceDates(serviceDay);
    Random random = new Random(5);
    for (int n = 0; n < 5_000; n++) {
      long millis = Instant.parse("2009-06-01T00:00:00Z").toEpochMilli();
      millis += (long) (random.nextDouble() * 25 * 365 * 86_400_000L);
      assertThat(ServiceDates.date(dates.of(millis)))
          .isEqualTo(serviceDay.of(Instant.ofEpochMilli(millis)));
    }
  }

  @Test
  void shouldAnswerFarAway() {
    assertThat(ServiceDates.date(chicago.of(Instant.parse("1950-01-01T12:00:00Z").toEpochMilli())))
        .isEqualTo("1950-01-01");
    assertThat(ServiceDates.date(chicago.of(Instant.parse("2400-01-01T12:00:00Z").toEpochMilli())))
        .isEqualTo("2400-01-01");
  }

  @Test
  void shouldFindTheFirstWholeDay() {
    assertThat(firstWhole("2020-09-01T05:00:00Z")).isEqualTo("2020-09-01");
    assertThat(firstWhole("2020-09-01T05:00:00.001Z")).isEqualTo("2020-09-02");
  }

  @Test
  void shouldFindTheLastDayThatHasEnded() {
    assertThat(lastEnded("2020-09-02T05:00:00Z")).isEqualTo("2020-09-01");
    assertThat(lastEnded("2020-09-02T04:59:59.999Z")).isEqualTo("2020-08-31");
  }

  private LocalDate firstWhole(String instant) {
    return ServiceDates.date(chicago.firstWhole(Instant.parse(instant)));
  }

  private LocalDate lastEnded(String instant) {
    return ServiceDates.date(chicago.lastEnded(Instant.parse(instant)));
  }

  private static ServiceDates dates(String zone) {
    return new ServiceDates(new ServiceDay(ZoneId.of(zone)));
  }
}
