package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.counting.CountingProcessor;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.RideWatermark;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Promises that hold, wait for their rides or for each other, and the time that they tell. */
class WatermarkTopologyTest extends OnDriver {
  @Test
  void shouldNotLetAWatermarkOvertakeItsRides() {
    driver.promise("rides", FROM, CLOSES_1, 2);
    assertThat(driver.out.demandLines()).isEmpty();
    driver.ride(ride("a", "1", NOON_1));
    assertThat(driver.out.demandLines()).isEmpty();

    driver.ride(ride("b", "1", NOON_1));

    assertThat(driver.out.demandLines())
        .containsExactly("1 2020-10-01 2 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED");
  }

  @Test
  void shouldLetUnreadableRidesCarryAWatermarkToo() {
    driver.promise("rides", FROM, CLOSES_1, 2);
    driver.ride(ride("a", "1", NOON_1));

    driver.rawRide("1", new byte[] {9, 9});

    assertThat(driver.out.demandLines()).contains("1 2020-10-01 1 r1 CLOSED");
    assertThat(driver.out.deadLetters()).hasSize(1);
  }

  @Test
  void shouldNotKeepAWatermarkThatHolds() {
    driver.promise("rides", FROM, CLOSES_1, 1);
    assertThat(driver.rows(CountingProcessor.STORE, "held/")).isEqualTo(1);
    assertThat(driver.meters.gauge("ridecast.watermarks.held")).isEqualTo(1);

    driver.ride(ride("a", "1", NOON_1));

    assertThat(driver.rows(CountingProcessor.STORE, "held/")).isZero();
    assertThat(driver.meters.gauge("ridecast.watermarks.held")).isZero();
  }

  @Test
  void shouldWaitForAllFeeds() {
    driver.close();
    driver = new AggregatorDriver(AggregatorSetup.standard().withFeeds("lime", "bird"));
    driver.ride(ride("a", "1", NOON_1));

    driver.promise("lime", FROM, CLOSES_2, 1);
    driver.promise("bird", FROM, "2020-10-02T06:00:00Z", 1);
    driver.promise("other", FROM, CLOSES_2, 1);
    assertThat(driver.out.demandLines()).isEmpty();
    driver.promise("bird", FROM, CLOSES_1, 1);

    assertThat(driver.out.demandLines())
        .containsExactly("1 2020-10-01 1 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED");
  }

  @Test
  void shouldWaitForASilentFeedUntilItRetires() {
    driver.close();
    driver = new AggregatorDriver(AggregatorSetup.standard().withFeeds("lime", "bird"));
    driver.ride(ride("a", "1", NOON_1));
    driver.promise("lime", FROM, CLOSES_1, 1);
    driver.promise("bird", FROM, NOON_1, 1);
    assertThat(driver.out.demandLines()).isEmpty();

    driver.watermark(
        RideWatermark.newBuilder()
            .setFeed("bird")
            .setRidesOffset(1)
            .setRetired(true)
            .setSentAt(Instant.parse(CLOSES_1))
            .build());

    assertThat(driver.out.demandLines())
        .containsExactly("1 2020-10-01 1 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED");
  }

  @Test
  void shouldTellTheBusinessTime() {
    driver.announce("rides", CLOSES_2);
    assertThat(driver.out.clock()).isEmpty();

    driver.promise(FROM, CLOSES_1);
    driver.promise(FROM, CLOSES_2);
    driver.promise(FROM, "2020-10-03T08:00:00Z");

    assertThat(driver.out.clock())
        .containsExactly(
            new BusinessClock(Instant.parse(CLOSES_1), true),
            new BusinessClock(Instant.parse(CLOSES_2), false),
            new BusinessClock(Instant.parse("2020-10-03T08:00:00Z"), false));
  }
}
