package io.ridecast.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.RejectionReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvariantsTest {
  private static final Expectation EXPECTED =
      new Expectation(
          Map.of(
              "6/2020-09-01", new Cell(12, DemandStatus.CLOSED),
              "7/2020-09-01", new Cell(0, DemandStatus.CLOSED)),
          Map.of());

  @Test
  void shouldFindNothingWhereAllIsWell() {
    List<DailyDemand> output = List.of(said("6", 11, 1), said("7", 0, 1), said("6", 12, 2));

    assertThat(Invariants.counts(EXPECTED, output)).isEmpty();
    assertThat(Invariants.revisions(output)).isEmpty();
    assertThat(Invariants.fired("a kill", 1)).isEmpty();
  }

  @Test
  void shouldNameEachCountThatIsWrongMissingOrTooMuch() {
    List<DailyDemand> output = List.of(said("6", 12, 1), said("6", 11, 2), said("8", 3, 1));

    assertThat(Invariants.counts(EXPECTED, output))
        .containsExactly(
            "6/2020-09-01: 12 CLOSED expected, 11 CLOSED found in revision 2",
            "7/2020-09-01: 0 CLOSED expected, nothing found",
            "8/2020-09-01: nothing expected, 3 CLOSED found in revision 1");
  }

  @Test
  void shouldNameRevisionsThatAreLeftOutOrComeTwice() {
    assertThat(Invariants.revisions(List.of(said("6", 1, 1), said("6", 2, 3), said("6", 2, 3))))
        .containsExactly(
            "6/2020-09-01: revision 3 where 2 is due", "6/2020-09-01: revision 3 where 4 is due");
  }

  @Test
  void shouldNameEveryEndThatHasOtherRides() {
    Books expected = new Books(5, 1, Map.of(RejectionReason.LATE, 2L), 0);
    Books found = new Books(6, 1, Map.of(), 0);

    assertThat(Invariants.balance(expected, found))
        .containsExactly("counted: 5 expected, 6 found", "LATE: 2 expected, 0 found");
  }

  @Test
  void shouldNameAFaultThatNeverHappened() {
    assertThat(Invariants.fired("a kill", 0)).containsExactly("a kill never happened");
  }

  private static DailyDemand said(String community, int rides, int revision) {
    return new DailyDemand(
        community, LocalDate.of(2020, 9, 1), rides, revision, DemandStatus.CLOSED, Instant.EPOCH);
  }
}
