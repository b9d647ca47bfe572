package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.city.CityProcessor;
import io.ridecast.aggregator.counting.CountingProcessor;
import io.ridecast.aggregator.state.DayStore;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.runtime.time.ClockMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Days that close, and what is said of them. */
class AggregatorTopologyTest extends OnDriver {
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
  void shouldDropTheStateOfOldDays() {
    driver.promise(FROM, FROM);
    driver.ride(ride("a", "1", NOON_1));
    driver.secondPasses();
    driver.promise(FROM, CLOSES_1);
    assertThat(driver.rows(CountingProcessor.STORE, DayStore.IDS)).isEqualTo(1);
    assertThat(driver.rows(CountingProcessor.STORE, DayStore.DAYS))
        .as("what was said while it was open, and at the close")
        .isEqualTo(2);

    driver.promise(FROM, "2020-10-16T07:00:00Z");

    assertThat(driver.rows(CountingProcessor.STORE, DayStore.IDS)).isZero();
    assertThat(driver.rows(CountingProcessor.STORE, DayStore.DAYS)).isZero();
    assertThat(driver.rows(CityProcessor.STORE, "")).isPositive();
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
