package io.ridecast.predictor.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessMomentTest {

  @ParameterizedTest
  @CsvSource({
    // just before, at and after midnight and the grace of an ordinary day
    "2020-09-11T04:59:59Z,2020-09-10,2020-09-09",
    "2020-09-11T05:00:00Z,2020-09-11,2020-09-09",
    "2020-09-11T06:59:59Z,2020-09-11,2020-09-09",
    "2020-09-11T07:00:00Z,2020-09-11,2020-09-10",
    // a day of 23 hours has ended at 05:00Z of the next, one of 25 hours at 06:00Z
    "2020-03-09T06:59:59Z,2020-03-09,2020-03-07",
    "2020-03-09T07:00:00Z,2020-03-09,2020-03-08",
    "2020-11-02T07:59:59Z,2020-11-02,2020-10-31",
    "2020-11-02T08:00:00Z,2020-11-02,2020-11-01"
  })
  void shouldSayWhatDayItIsAndWhichIsDue(Instant now, LocalDate today, LocalDate due) {
    BusinessMoment moment = at(now);

    assertThat(moment.today()).isEqualTo(today);
    assertThat(moment.newestDue()).isEqualTo(due);
  }

  @Test
  void shouldCallACloseOverdueOnlyHalfAnHourAfterItIsDue() {
    LocalDate origin = LocalDate.of(2020, 9, 9);

    assertThat(at(Instant.parse("2020-09-11T07:29:59Z")).overdue(origin)).isFalse();
    assertThat(at(Instant.parse("2020-09-11T07:30:00Z")).overdue(origin)).isTrue();
    assertThat(at(Instant.parse("2020-09-11T07:30:00Z")).overdue(origin.plusDays(1))).isFalse();
  }

  static BusinessMoment at(Instant now) {
    return new BusinessMoment(
        now, new ServiceDay(ZoneId.of("America/Chicago")), Duration.ofHours(2));
  }
}
