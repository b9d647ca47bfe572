package io.ridecast.aggregator.days;

import static io.ridecast.aggregator.days.LedgerBench.CLOSES_1;
import static io.ridecast.aggregator.days.LedgerBench.CLOSES_2;
import static io.ridecast.aggregator.days.LedgerBench.FROM;
import static io.ridecast.aggregator.days.LedgerBench.NOON_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.TestCatalogue;
import org.junit.jupiter.api.Test;

/** What a ledger says of a day whose count changes. */
class DayRevisionTest {
  private final LedgerBench bench = new LedgerBench(TestCatalogue.of("1", "2"));

  @Test
  void shouldPublishAnOpenDayWhenAsked() {
    bench.startKnown(FROM);
    bench.ride("a", "1", NOON_1);
    bench.ride("b", "1", NOON_1);
    assertThat(bench.said()).isEmpty();

    bench.publishOpenDays();

    assertThat(bench.said()).containsExactly("1 2020-09-01 2 r1 OPEN");
  }

  @Test
  void shouldNotPublishAnUnchangedOpenDayAgain() {
    bench.startKnown(FROM);
    bench.ride("a", "1", NOON_1);
    bench.publishOpenDays();
    bench.said();

    bench.ride("a", "1", NOON_1);
    bench.publishOpenDays();

    assertThat(bench.said()).isEmpty();
  }

  @Test
  void shouldRaiseTheRevisionWithEachChange() {
    bench.startKnown(FROM);
    bench.ride("a", "1", NOON_1);
    bench.publishOpenDays();
    bench.ride("b", "1", NOON_1);
    bench.publishOpenDays();
    bench.promise(FROM, CLOSES_1);
    bench.ride("c", "1", NOON_1);

    assertThat(bench.saidOfDays())
        .containsExactly(
            "1 2020-09-01 1 r1 OPEN",
            "1 2020-09-01 2 r2 OPEN",
            "1 2020-09-01 2 r3 CLOSED",
            "2 2020-09-01 0 r1 CLOSED",
            "1 2020-09-01 3 r4 CLOSED");
  }

  @Test
  void shouldReviseAClosedDayThatHadNoRides() {
    bench.promise(FROM, CLOSES_1);
    bench.said();

    bench.ride("a", "2", NOON_1);

    assertThat(bench.said()).containsExactly("2 2020-09-01 1 r2 CLOSED", "city 2020-09-01 1 of 2");
  }

  @Test
  void shouldReviseOnceForAllLateRidesOfAPack() {
    bench.ride("a", "1", NOON_1);
    bench.promise(FROM, CLOSES_2);
    bench.said();

    bench.take("b", "1", NOON_1);
    bench.take("c", "2", NOON_1);
    bench.take("d", "1", NOON_1);
    bench.write();

    assertThat(bench.said())
        .containsExactly(
            "1 2020-09-01 3 r2 CLOSED", "2 2020-09-01 1 r2 CLOSED", "city 2020-09-01 4 of 2");
  }
}
