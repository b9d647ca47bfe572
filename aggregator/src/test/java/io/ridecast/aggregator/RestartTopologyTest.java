package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DemandStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a start finds of the one before it. */
class RestartTopologyTest extends OnDriver {
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
  void shouldNotGoOnWithRowsOfAnotherForm() {
    driver.ride(ride("a", "1", NOON_1));
    String mark = "zone/America/Chicago";
    driver.putRow(mark, driver.row(mark)[0] - 1);
    driver = driver.restart();

    assertThatThrownBy(() -> driver.ride(ride("b", "1", NOON_2)))
        .rootCause()
        .hasMessageContaining("another version")
        .hasMessageContaining("count anew");
  }
}
