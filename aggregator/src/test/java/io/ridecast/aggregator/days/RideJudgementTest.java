package io.ridecast.aggregator.days;

import static io.ridecast.aggregator.days.LedgerBench.FORGETS_1;
import static io.ridecast.aggregator.days.LedgerBench.FROM;
import static io.ridecast.aggregator.days.LedgerBench.NOON_1;
import static io.ridecast.aggregator.days.LedgerBench.NOON_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.TestCatalogue;
import io.ridecast.schemas.topics.CommunityPartition;
import org.junit.jupiter.api.Test;

/** What a ledger says of a ride: counted, a duplicate, or rejected and why. */
class RideJudgementTest {
  private final LedgerBench bench = new LedgerBench(TestCatalogue.of("1", "2"));

  @Test
  void shouldCountARideOnce() {
    assertThat(bench.ride("a", "1", NOON_1)).isEqualTo(Verdict.COUNTED);
    assertThat(bench.ride("a", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void shouldFindADuplicateWithinAPack() {
    bench.take("a", "1", NOON_1);
    bench.take("a", "1", NOON_1);
    bench.take("b", "1", NOON_1);

    assertThat(bench.write()).isEqualTo(new Written(2, 1));
    assertThat(bench.journal.blocks).hasSize(1);
  }

  @Test
  void shouldCountTheSameIdInAnotherCommunityOrOnAnotherDay() {
    bench.ride("a", "1", NOON_1);

    assertThat(bench.ride("a", "2", NOON_1)).isEqualTo(Verdict.COUNTED);
    assertThat(bench.ride("a", "1", NOON_2)).isEqualTo(Verdict.COUNTED);
  }

  @Test
  void shouldTakeASecondRideWithTheSameIdForADuplicateWhateverElseItSays() {
    bench.ride("a", "1", NOON_1);

    assertThat(bench.ride("a", "1", "2020-09-01T20:00:00Z")).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void shouldTakeALateRideUntilTheRevisionWindowEnds() {
    bench.promise(FROM, "2020-09-16T06:59:59.999Z");

    assertThat(bench.ride("a", "1", NOON_1)).isEqualTo(Verdict.COUNTED);
  }

  @Test
  void shouldRejectARideForADayThatCanNoLongerBeRevised() {
    bench.promise(FROM, FORGETS_1);

    Verdict verdict = bench.ride("a", "1", NOON_1);

    assertThat(verdict.outcome()).isEqualTo("LATE");
    assertThat(verdict.detail()).contains("2020-09-01");
    assertThat(bench.ride("b", "1", NOON_2)).isEqualTo(Verdict.COUNTED);
  }

  @Test
  void shouldRejectADuplicateAsLateOnceItsIdIsForgotten() {
    bench.ride("a", "1", NOON_1);
    bench.promise(FROM, FORGETS_1);

    assertThat(bench.ride("a", "1", NOON_1).outcome()).isEqualTo("LATE");
  }

  @Test
  void shouldRejectLateRidesOfABackfilledDay() {
    bench.promise(FROM, "2020-10-01T07:00:00Z");
    bench.promise("2020-08-30T05:00:00Z", "2020-10-01T07:00:00Z");

    assertThat(bench.ride("a", "1", "2020-08-31T17:00:00Z").outcome()).isEqualTo("LATE");
  }

  @Test
  void shouldRejectAnUnknownCommunity() {
    Verdict verdict = bench.ride("a", "78", NOON_1);

    assertThat(verdict.outcome()).isEqualTo("UNKNOWN_COMMUNITY");
    assertThat(verdict.detail()).contains("78");
    assertThat(bench.ride("a", "", NOON_1).outcome()).isEqualTo("UNKNOWN_COMMUNITY");
    assertThat(bench.ride("a", "01", NOON_1).outcome()).isEqualTo("UNKNOWN_COMMUNITY");
  }

  @Test
  void shouldRejectARideOnAnotherCommunitysPartition() {
    int home = CommunityPartition.of("1", 8);
    LedgerBench other = LedgerBench.ofPartition(TestCatalogue.of("1", "2"), (home + 1) % 8, 8);

    Verdict verdict = other.ride("a", "1", NOON_1);

    assertThat(verdict.outcome()).isEqualTo("MISROUTED");
    assertThat(verdict.detail()).contains("partition " + home, "murmur2");
  }

  @Test
  void shouldRejectImplausibleTimesWithoutMovingAnyDay() {
    bench.startKnown(FROM);

    assertThat(bench.ride("a", "1", "2099-01-01T00:00:00Z").outcome())
        .isEqualTo("IMPLAUSIBLE_TIME");
    assertThat(bench.ride("b", "1", "1970-01-01T00:00:00Z").outcome())
        .isEqualTo("IMPLAUSIBLE_TIME");
    bench.publishOpenDays();

    assertThat(bench.said()).isEmpty();
    assertThat(bench.journal.blocks).isEmpty();
  }
}
