package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.aggregator.city.CityProcessor;
import io.ridecast.aggregator.counting.CountingProcessor;
import io.ridecast.aggregator.state.DayStore;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.time.ClockMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregatorTopologyTest {
  private static final String FROM = "2020-10-01T05:00:00Z";
  private static final String NOON_1 = "2020-10-01T17:00:00Z";
  private static final String NOON_2 = "2020-10-02T17:00:00Z";
  private static final String CLOSES_1 = "2020-10-02T07:00:00Z";
  private static final String CLOSES_2 = "2020-10-03T07:00:00Z";

  private AggregatorDriver driver = new AggregatorDriver();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldCloseADayWithItsRidesAndWithZeros() {
    driver.ride(ride("a", "1", NOON_1));
    driver.ride(ride("b", "1", NOON_1));
    driver.ride(ride("a", "1", NOON_1));

    driver.promise(FROM, CLOSES_1);

    assertThat(driver.out.demandLines())
        .containsExactly("1 2020-10-01 2 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED");
    assertThat(driver.out.rejected()).isEmpty();
  }

  @Test
  void shouldKeyADayByCommunityAndDate() {
    driver.promise(FROM, CLOSES_1);

    assertThat(driver.out.demandKeys()).containsExactly("1/2020-10-01", "2/2020-10-01");
  }

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
  void shouldAddUpTheCityOnceAllHaveClosed() {
    driver.ride(ride("a", "1", NOON_1));
    driver.ride(ride("b", "2", NOON_1));

    driver.promise(FROM, CLOSES_2);

    assertThat(driver.out.city())
        .containsExactly(
            new CityDemand(LocalDate.parse("2020-10-01"), 2, 1, DemandStatus.CLOSED, 2),
            new CityDemand(LocalDate.parse("2020-10-02"), 0, 1, DemandStatus.CLOSED, 2));
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

  @Test
  void shouldStampDemandWithTheWatermark() {
    driver.ride(ride("a", "1", NOON_1));

    driver.promise(FROM, CLOSES_1);

    assertThat(driver.out.demand())
        .extracting(DailyDemand::getEmittedAt)
        .containsOnly(Instant.parse(CLOSES_1));
  }

  @Test
  void shouldStampDemandWithTheArrivalWhereTheWallClockRules() {
    driver.close();
    driver = new AggregatorDriver(AggregatorSetup.standard().with(ClockMode.WALL));
    driver.arriveAt("2020-10-02T07:03:00Z");

    driver.promise(FROM, CLOSES_1);

    assertThat(driver.out.demand())
        .extracting(DailyDemand::getEmittedAt)
        .containsOnly(Instant.parse("2020-10-02T07:03:00Z"));
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

  @Test
  void shouldGoOnAfterARestart() {
    driver.ride(ride("a", "1", NOON_1));
    driver.promise("rides", FROM, CLOSES_1, 2);

    driver = driver.restart();
    driver.ride(ride("a", "1", NOON_1));
    driver.ride(ride("b", "1", NOON_1));

    assertThat(driver.out.demandLines())
        .containsExactly("1 2020-10-01 2 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED");
    driver = driver.restart();
    driver.ride(ride("c", "1", NOON_1));
    assertThat(driver.out.demandLines()).containsExactly("1 2020-10-01 3 r2 CLOSED");
    assertThat(driver.out.city())
        .containsExactly(
            new CityDemand(LocalDate.parse("2020-10-01"), 3, 2, DemandStatus.CLOSED, 2));
  }

  @Test
  void shouldTakeOverANewCommunityAndARetiredFeedAtTheStart() {
    driver.close();
    AggregatorSetup two = AggregatorSetup.standard().withFeeds("rides", "old");
    driver = new AggregatorDriver(two);
    driver.promise("rides", FROM, CLOSES_2, 0);
    driver.promise("old", FROM, CLOSES_1, 0);
    driver.out.demand();

    driver = driver.restart(two.withFeeds("rides").with(TestCatalogue.of("1", "2", "3")));
    driver.secondPasses();

    assertThat(driver.out.demandLines())
        .containsExactly(
            "3 2020-10-01 0 r1 CLOSED",
            "1 2020-10-02 0 r1 CLOSED",
            "2 2020-10-02 0 r1 CLOSED",
            "3 2020-10-02 0 r1 CLOSED");
    assertThat(driver.out.lastClock()).contains(new BusinessClock(Instant.parse(CLOSES_2), false));
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
  void shouldNotGoOnWithTheCountsOfAnotherZone() {
    driver.ride(ride("a", "1", NOON_1));
    driver.promise(FROM, CLOSES_1);
    driver =
        driver.restart(
            AggregatorSetup.standard().with(TestCatalogue.inZone("America/Denver", "1", "2")));

    assertThatThrownBy(() -> driver.ride(ride("b", "1", NOON_2)))
        .rootCause()
        .hasMessageContaining("America/Chicago")
        .hasMessageContaining("America/Denver");
  }

  @Test
  void shouldDropTheStateOfOldDays() {
    driver.ride(ride("a", "1", NOON_1));
    driver.promise(FROM, CLOSES_1);
    assertThat(driver.rows(CountingProcessor.STORE, DayStore.IDS)).isEqualTo(1);
    assertThat(driver.rows(CountingProcessor.STORE, DayStore.DAYS)).isEqualTo(1);

    driver.promise(FROM, "2020-10-16T07:00:00Z");

    assertThat(driver.rows(CountingProcessor.STORE, DayStore.IDS)).isZero();
    assertThat(driver.rows(CountingProcessor.STORE, DayStore.DAYS)).isZero();
    assertThat(driver.rows(CityProcessor.STORE, "")).isPositive();
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

  /** Names of operators, stores and internal topics outlive a version; a change needs a thought. */
  @Test
  void shouldKeepItsShape() throws IOException {
    assertThat(driver.topology().describe().toString().strip())
        .isEqualTo(golden("topology.txt").strip());
  }

  private static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AggregatorTopologyTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
