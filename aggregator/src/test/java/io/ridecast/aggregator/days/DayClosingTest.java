package io.ridecast.aggregator.days;

import static io.ridecast.aggregator.days.LedgerBench.CLOSES_1;
import static io.ridecast.aggregator.days.LedgerBench.CLOSES_2;
import static io.ridecast.aggregator.days.LedgerBench.FROM;
import static io.ridecast.aggregator.days.LedgerBench.NOON_1;
import static io.ridecast.aggregator.days.LedgerBench.NOON_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.TestCatalogue;
import io.ridecast.schemas.topics.CommunityPartition;
import org.junit.jupiter.api.Test;

/** When a ledger closes days, and what it says of them then. */
class DayClosingTest {
  private final LedgerBench bench = new LedgerBench(TestCatalogue.of("1", "2"));

  @Test
  void shouldSayNothingOfADayBeforeItIsPromised() {
    bench.ride("a", "1", NOON_1);
    bench.publishOpenDays();

    assertThat(bench.said()).isEmpty();
  }

  @Test
  void shouldCloseADayTwoHoursAfterItsEnd() {
    bench.ride("a", "1", NOON_1);

    bench.promise(FROM, "2020-09-02T06:59:59.999Z");
    assertThat(bench.said()).isEmpty();
    bench.promise(FROM, CLOSES_1);

    assertThat(bench.said())
        .containsExactly(
            "1 2020-09-01 1 r1 CLOSED", "2 2020-09-01 0 r1 CLOSED", "city 2020-09-01 1 of 2");
  }

  @Test
  void shouldCloseADayOnce() {
    bench.promise(FROM, CLOSES_1);
    bench.said();

    bench.promise(FROM, CLOSES_1);
    bench.promise(FROM, "2020-09-02T20:00:00Z");

    assertThat(bench.said()).isEmpty();
  }

  @Test
  void shouldCloseAllDaysThatAPromisePasses() {
    bench.ride("a", "2", NOON_2);

    bench.promise(FROM, "2020-09-04T07:00:00Z");

    assertThat(bench.saidOfDays())
        .containsExactly(
            "1 2020-09-01 0 r1 CLOSED",
            "2 2020-09-01 0 r1 CLOSED",
            "1 2020-09-02 0 r1 CLOSED",
            "2 2020-09-02 1 r1 CLOSED",
            "1 2020-09-03 0 r1 CLOSED",
            "2 2020-09-03 0 r1 CLOSED");
  }

  @Test
  void shouldKeepRidesOfDaysThatDoNotExistYetForABackfill() {
    bench.promise(FROM, "2020-10-01T07:00:00Z");
    bench.said();

    assertThat(bench.ride("a", "1", "2020-08-31T17:00:00Z")).isEqualTo(Verdict.COUNTED);
    assertThat(bench.ride("a", "1", "2020-08-31T17:00:00Z")).isEqualTo(Verdict.DUPLICATE);
    bench.publishOpenDays();
    assertThat(bench.said()).isEmpty();
    bench.promise("2020-08-30T05:00:00Z", "2020-10-01T07:00:00Z");

    assertThat(bench.said())
        .containsExactly(
            "1 2020-08-30 0 r1 CLOSED",
            "2 2020-08-30 0 r1 CLOSED",
            "city 2020-08-30 0 of 2",
            "1 2020-08-31 1 r1 CLOSED",
            "2 2020-08-31 0 r1 CLOSED",
            "city 2020-08-31 1 of 2");
  }

  @Test
  void shouldLeaveOutADayThatIsOnlyPartlyPromised() {
    bench.promise("2020-09-01T09:00:00Z", CLOSES_2);

    assertThat(bench.saidOfDays())
        .containsExactly("1 2020-09-02 0 r1 CLOSED", "2 2020-09-02 0 r1 CLOSED");
  }

  @Test
  void shouldNotOpenADayAgainWhenAPromiseGoesBack() {
    bench.promise(FROM, CLOSES_2);
    bench.said();

    bench.promise(FROM, CLOSES_1);
    bench.ride("a", "1", NOON_2);

    assertThat(bench.saidOfDays()).containsExactly("1 2020-09-02 1 r2 CLOSED");
  }

  @Test
  void shouldCloseShortAndLongDaysAtTheirOwnEnds() {
    bench.startKnown("2020-10-31T05:00:00Z");
    bench.promise("2020-10-31T05:00:00Z", "2020-11-01T07:00:00Z");
    assertThat(bench.saidOfCity()).containsExactly("city 2020-10-31 0 of 2");

    bench.promise("2020-10-31T05:00:00Z", "2020-11-02T07:59:59Z");
    assertThat(bench.said()).isEmpty();
    bench.promise("2020-10-31T05:00:00Z", "2020-11-02T08:00:00Z");

    assertThat(bench.saidOfCity()).containsExactly("city 2020-11-01 0 of 2");
  }

  @Test
  void shouldCountBothPassesOfTheRepeatedHourOnTheSameDay() {
    bench.ride("a", "1", "2020-11-01T06:30:00Z");
    bench.ride("b", "1", "2020-11-01T07:30:00Z");

    bench.promise("2020-11-01T05:00:00Z", "2020-11-02T08:00:00Z");

    assertThat(bench.saidOfDays()).contains("1 2020-11-01 2 r1 CLOSED");
  }

  @Test
  void shouldReportToTheCityFromAPartitionWithoutCommunities() {
    int home = CommunityPartition.of("1", 8);
    LedgerBench other = LedgerBench.ofPartition(TestCatalogue.of("1"), (home + 1) % 8, 8);

    other.promise(FROM, CLOSES_1);

    assertThat(other.said()).containsExactly("city 2020-09-01 0 of 0");
  }
}
