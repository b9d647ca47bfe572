package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.RideLedger;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTopologyTest {
  private static final String FROM = "2020-10-01T05:00:00Z";
  private static final String NOON = "2020-10-01T17:00:00Z";
  private static final String CLOSES = "2020-10-02T07:00:00Z";
  private static final String FORGETS = "2020-10-16T07:00:00Z";

  private AggregatorDriver driver = new AggregatorDriver();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldSayWhatBecameOfEveryRide() {
    sendOneOfEachKind();
    driver.secondPasses();

    assertThat(driver.out.ledgers())
        .containsExactly(
            new RideLedger(0, 8L, 8L, 2L, 1L, 1L, Map.of("UNKNOWN_COMMUNITY", 2L), 2L, 2L));
  }

  @Test
  void shouldSayNothingWhileNothingChanges() {
    sendOneOfEachKind();
    driver.secondPasses();
    driver.out.ledgers();

    driver.secondPasses();

    assertThat(driver.out.ledgers()).isEmpty();
  }

  @Test
  void shouldGoOnAfterARestart() {
    sendOneOfEachKind();

    driver = driver.restart();
    driver.ride(ride("z", "1", "2020-10-15T17:00:00Z"));
    driver.secondPasses();

    assertThat(driver.out.ledgers())
        .singleElement()
        .satisfies(
            ledger -> {
              assertThat(ledger.getConsumed()).isEqualTo(9);
              assertThat(ledger.getCounted()).isEqualTo(3);
              assertThat(ledger.getRejected()).containsEntry("UNKNOWN_COMMUNITY", 2L);
            });
  }

  @Test
  void shouldTellCountedRidesFromPublishedOnes() {
    driver.ride(ride("a", "1", NOON));
    driver.secondPasses();
    assertThat(driver.out.ledgers()).extracting(RideLedger::getPublished).containsExactly(0L);

    driver.promise(FROM, CLOSES);
    driver.ride(ride("b", "1", NOON));
    driver.secondPasses();

    assertThat(driver.out.ledgers()).extracting(RideLedger::getPublished).containsExactly(2L);
  }

  @Test
  void shouldShowTheBooksAsMetrics() {
    sendOneOfEachKind();

    assertThat(driver.meters.ledgerGauge("consumed")).isEqualTo(8);
    assertThat(driver.meters.ledgerGauge("counted")).isEqualTo(2);
    assertThat(driver.meters.ledgerGauge("duplicate")).isEqualTo(1);
    assertThat(driver.meters.ledgerGauge("late")).isEqualTo(1);
    assertThat(driver.meters.ledgerGauge("rejected")).isEqualTo(2);
    assertThat(driver.meters.ledgerGauge("dead-lettered")).isEqualTo(2);
  }

  private void sendOneOfEachKind() {
    driver.ride(ride("a", "1", NOON));
    driver.ride(ride("a", "1", NOON));
    driver.ride(ride("b", "99", NOON));
    driver.ride(ride("c", "", NOON));
    driver.rawRide("1", new byte[] {7});
    driver.rawRide("1", null);
    driver.ride(ride("d", "2", NOON));
    driver.promise(FROM, FORGETS);
    driver.ride(ride("e", "1", NOON));
  }
}
