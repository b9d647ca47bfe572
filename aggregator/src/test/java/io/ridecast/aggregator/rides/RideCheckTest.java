package io.ridecast.aggregator.rides;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.RejectionReason;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RideCheckTest {
  private static final String ARRIVAL = "2020-11-10T00:00:00Z";
  private final RideCheck check = new RideCheck(ZoneId.of("America/Chicago"));

  @Test
  void shouldTakeAPlausibleRide() {
    assertThat(objection("2020-09-01T12:00:00Z", "2020-09-01T12:10:00Z")).isNull();
  }

  @Test
  void shouldTakeARideWithoutEnd() {
    assertThat(objection("2020-09-01T12:00:00Z", null)).isNull();
  }

  @Test
  void shouldTakeARideOfThirtyHours() {
    assertThat(objection("2020-09-01T12:00:00Z", "2020-09-02T18:00:00Z")).isNull();
  }

  @Test
  void shouldTakeARideThatEndsAsItBegins() {
    assertThat(objection("2020-09-01T12:00:00Z", "2020-09-01T12:00:00Z")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1901-01-01T00:00:00Z",
        "2009-12-31T23:59:59.999Z",
        "2020-11-11T00:00:00.001Z",
        "2099-01-01T00:00:00Z"
      })
  void shouldRejectAnImplausibleStart(String start) {
    Rejected rejected = objection(start, null);

    assertThat(rejected).isNotNull();
    assertThat(rejected.reason()).isEqualTo(RejectionReason.IMPLAUSIBLE_TIME);
    assertThat(rejected.detail()).contains(start, "2020-11-11T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2010-01-01T00:00:00Z", "2020-11-11T00:00:00Z"})
  void shouldTakeTheEarliestAndTheLatestPlausibleStart(String start) {
    assertThat(objection(start, null)).isNull();
  }

  @Test
  void shouldRejectExtremeTimesWithoutOverflow() {
    long arrival = Instant.parse(ARRIVAL).toEpochMilli();

    assertThat(check.objection(new RideHead(1, Long.MAX_VALUE, 1, RideHead.NO_END), arrival))
        .isNotNull();
    assertThat(check.objection(new RideHead(1, Long.MIN_VALUE, 1, RideHead.NO_END), arrival))
        .isNotNull();
    assertThat(check.objection(new RideHead(1, arrival, 1, Long.MIN_VALUE + 1), arrival))
        .isNotNull();
  }

  @Test
  void shouldRejectAnEndBeforeTheStart() {
    Rejected rejected = objection("2020-09-01T12:00:00Z", "2020-09-01T11:59:59Z");

    assertThat(rejected).isNotNull();
    assertThat(rejected.reason()).isEqualTo(RejectionReason.END_BEFORE_START);
    assertThat(rejected.detail()).contains("2020-09-01T11:59:59Z", "2020-09-01T12:00:00Z");
  }

  @Test
  void shouldTakeAnEndThatSeemsEarlierInTheRepeatedHour() {
    // Chicago, 2020-11-01: 01:50 summer time to 01:10 winter time, both sent as summer time.
    assertThat(objection("2020-11-01T06:50:00Z", "2020-11-01T06:10:00Z")).isNull();
  }

  @Test
  void shouldRejectAnEndEarlierThanTheRepeatedHourExplains() {
    // The same end, but the ride began at 01:20 winter time: no reading of the clock fits.
    assertThat(objection("2020-11-01T07:20:00Z", "2020-11-01T06:10:00Z")).isNotNull();
  }

  @Test
  void shouldRejectAnEarlierEndInAnHourThatDoesNotRepeat() {
    assertThat(objection("2020-11-01T05:50:00Z", "2020-11-01T05:10:00Z")).isNotNull();
    assertThat(objection("2020-03-08T08:10:00Z", "2020-03-08T07:50:00Z")).isNotNull();
  }

  private Rejected objection(String start, String end) {
    return check.objection(
        new RideHead(
            1,
            Instant.parse(start).toEpochMilli(),
            1,
            end == null ? RideHead.NO_END : Instant.parse(end).toEpochMilli()),
        Instant.parse(ARRIVAL).toEpochMilli());
  }
}
