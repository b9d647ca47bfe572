package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.CityDemand;
import io.ridecast.records.DemandStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Days of which more is said than once: open ones, revised ones, and a backfill. */
class RevisionTopologyTest extends OnDriver {
  @Test
  void shouldPublishOpenDaysOnceASecond() {
    driver.promise(FROM, "2020-10-01T12:00:00Z");
    driver.ride(ride("a", "1", NOON_1));
    driver.ride(ride("b", "1", NOON_1));
    driver.ride(ride("c", "2", NOON_1));
    assertThat(driver.out.demandLines()).isEmpty();

    driver.secondPasses();
    assertThat(driver.out.demandLines())
        .containsExactly("1 2020-10-01 2 r1 OPEN", "2 2020-10-01 1 r1 OPEN");
    driver.secondPasses();

    assertThat(driver.out.demandLines()).isEmpty();
  }

  @Test
  void shouldNotPublishOpenDaysWhileLoading() {
    driver.announce("rides", CLOSES_1);
    driver.promise(FROM, "2020-10-01T12:00:00Z");
    driver.ride(ride("a", "1", NOON_1));
    driver.ride(ride("b", "1", NOON_2));
    driver.secondPasses();
    assertThat(driver.out.demandLines()).isEmpty();

    driver.promise(FROM, CLOSES_1);
    driver.secondPasses();

    assertThat(driver.out.demandLines())
        .containsExactly(
            "1 2020-10-01 1 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED", "1 2020-10-02 1 r1 OPEN");
  }

  @Test
  void shouldReviseAClosedDay() {
    driver.ride(ride("a", "1", NOON_1));
    driver.promise(FROM, CLOSES_1);
    driver.out.demand();
    driver.out.city();

    driver.ride(ride("late", "1", NOON_1));

    assertThat(driver.out.demandLines()).containsExactly("1 2020-10-01 2 r2 CLOSED");
    assertThat(driver.out.city())
        .containsExactly(
            new CityDemand(LocalDate.parse("2020-10-01"), 2, 2, DemandStatus.CLOSED, 2));
  }

  @Test
  void shouldPublishABackfill() {
    driver.promise(FROM, CLOSES_2);
    driver.out.demand();
    driver.ride(ride("a", "1", "2020-09-30T17:00:00Z"));
    assertThat(driver.out.demandLines()).isEmpty();

    driver.promise("2020-09-30T05:00:00Z", CLOSES_2);

    assertThat(driver.out.demandLines())
        .containsExactly("1 2020-09-30 1 r1 CLOSED", "2 2020-09-30 0 r1 CLOSED");
  }
}
