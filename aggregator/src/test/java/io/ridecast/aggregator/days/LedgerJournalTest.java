package io.ridecast.aggregator.days;

import static io.ridecast.aggregator.days.LedgerBench.CLOSES_1;
import static io.ridecast.aggregator.days.LedgerBench.CLOSES_2;
import static io.ridecast.aggregator.days.LedgerBench.FORGETS_1;
import static io.ridecast.aggregator.days.LedgerBench.FROM;
import static io.ridecast.aggregator.days.LedgerBench.NOON_1;
import static io.ridecast.aggregator.days.LedgerBench.NOON_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.ridecast.aggregator.TestCatalogue;
import io.ridecast.records.DemandStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a ledger keeps for its next start, and what it makes of that. */
class LedgerJournalTest {
  private final LedgerBench bench = new LedgerBench(TestCatalogue.of("1", "2"));

  @Test
  void shouldForgetTheIdsWithTheDay() {
    bench.ride("a", "1", NOON_1);
    bench.startKnown(FROM);
    bench.publishOpenDays();
    bench.ride("b", "1", NOON_1);
    bench.ride("c", "1", NOON_2);
    bench.promise(FROM, CLOSES_1);
    bench.ride("d", "1", NOON_1);
    assertThat(bench.journal.blocks).hasSize(4);
    assertThat(bench.journal.closed).hasSize(1);
    assertThat(bench.journal.publications).as("a revision is in its block").hasSize(1);

    bench.promise(FROM, FORGETS_1);

    assertThat(bench.journal.blocks).hasSize(1);
    assertThat(bench.journal.closed).isEmpty();
    assertThat(bench.journal.publications).isEmpty();
  }

  @Test
  void shouldKeepOfACloseOnlyWhatDoesNotFollowFromIt() {
    bench.startKnown(FROM);
    bench.ride("a", "1", NOON_1);
    bench.publishOpenDays();
    bench.ride("b", "2", NOON_1);
    bench.ride("c", "1", NOON_2);
    bench.promise(FROM, CLOSES_2);

    assertThat(bench.journal.closed)
        .containsOnly(
            entry(
                (int) LocalDate.parse("2020-09-01").toEpochDay(),
                List.of(new Said(1, new Publication(1, 2, DemandStatus.CLOSED)))));
  }

  @Test
  void shouldKeepNothingOfADayThatClosesAndIsForgottenAtOnce() {
    bench.ride("a", "1", NOON_1);

    bench.promise(FROM, "2020-11-01T00:00:00Z");

    assertThat(bench.journal.blocks).isEmpty();
    assertThat(bench.journal.publications).isEmpty();
    assertThat(bench.journal.closed).isEmpty();
    assertThat(bench.saidOfDays()).contains("1 2020-09-01 1 r1 CLOSED");
  }

  @Test
  void shouldGoOnAfterARestart() {
    bench.startKnown(FROM);
    bench.ride("a", "1", NOON_1);
    bench.publishOpenDays();
    bench.ride("b", "1", NOON_1);
    bench.said();

    bench.restart();
    assertThat(bench.ride("a", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
    assertThat(bench.ride("b", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
    bench.publishOpenDays();
    assertThat(bench.said()).containsExactly("1 2020-09-01 2 r2 OPEN");
    bench.ride("c", "1", NOON_1);
    bench.promise(FROM, CLOSES_1);

    assertThat(bench.saidOfDays())
        .containsExactly("1 2020-09-01 3 r3 CLOSED", "2 2020-09-01 0 r1 CLOSED");
  }

  @Test
  void shouldReviseAfterARestartAsBefore() {
    bench.takeOverCatalogue();
    bench.ride("a", "1", NOON_1);
    bench.promise(FROM, CLOSES_1);
    bench.said();

    bench.restart();
    bench.promise(FROM, CLOSES_1);
    bench.ride("b", "1", NOON_1);
    bench.ride("c", "2", NOON_1);

    assertThat(bench.saidOfDays())
        .containsExactly("1 2020-09-01 2 r2 CLOSED", "2 2020-09-01 1 r2 CLOSED");
    assertThat(bench.published()).as("each ride once").isEqualTo(3);
  }

  @Test
  void shouldGoOnAfterARestartWithTheRevisionOfAClose() {
    bench.takeOverCatalogue();
    bench.startKnown(FROM);
    bench.ride("a", "1", NOON_1);
    bench.publishOpenDays();
    bench.ride("b", "1", NOON_1);
    bench.publishOpenDays();
    bench.promise(FROM, CLOSES_1);
    bench.said();

    bench.restart();
    bench.ride("c", "1", NOON_1);

    assertThat(bench.saidOfDays()).containsExactly("1 2020-09-01 3 r4 CLOSED");
    assertThat(bench.published()).as("each ride once").isEqualTo(3);
  }

  @Test
  void shouldGoOnAfterARestartWithTheRevisionOfItsLateRides() {
    bench.take("a", "1", NOON_1);
    bench.take("b", "1", NOON_2);
    bench.write();
    bench.promise(FROM, CLOSES_1);
    bench.take("c", "1", NOON_1);
    bench.take("d", "1", NOON_2);
    bench.write();
    bench.ride("e", "1", NOON_1);
    bench.said();

    bench.restart();
    bench.ride("f", "1", NOON_1);
    bench.publishOpenDays();

    assertThat(bench.saidOfDays())
        .containsExactly("1 2020-09-01 4 r4 CLOSED", "1 2020-09-02 2 r1 OPEN");
    assertThat(bench.published()).as("each ride once").isEqualTo(6);
  }

  @Test
  void shouldSayTheRidesOfADayThatClosedWhileItsCommunityWasGone() {
    bench.takeOverCatalogue();
    bench.startKnown(FROM);
    bench.ride("a", "2", NOON_1);
    bench.publishOpenDays();
    bench.ride("b", "2", NOON_1);
    bench.restart(TestCatalogue.of("1"));
    bench.takeOverCatalogue();
    bench.promise(FROM, CLOSES_1);
    bench.said();

    bench.restart(TestCatalogue.of("1", "2"));
    bench.takeOverCatalogue();

    assertThat(bench.saidOfDays()).containsExactly("2 2020-09-01 2 r2 CLOSED");
    assertThat(bench.published()).as("each ride once").isEqualTo(2);
  }

  /** What follows from a close does not, where the day was closed without the community. */
  @Test
  void shouldSayTheRidesOfADayOfWhichNothingWasSaidBeforeItsCommunityWent() {
    bench.takeOverCatalogue();
    bench.ride("a", "2", NOON_1);
    bench.restart(TestCatalogue.of("1"));
    bench.takeOverCatalogue();
    bench.promise(FROM, CLOSES_1);
    bench.said();

    bench.restart(TestCatalogue.of("1", "2"));
    bench.takeOverCatalogue();
    assertThat(bench.saidOfDays()).containsExactly("2 2020-09-01 1 r1 CLOSED");
    bench.restart();
    bench.ride("b", "2", NOON_1);

    assertThat(bench.saidOfDays()).containsExactly("2 2020-09-01 2 r2 CLOSED");
    assertThat(bench.published()).as("each ride once").isEqualTo(2);
  }

  /** What was said of a community that had gone by then is still in the journal. */
  @Test
  void shouldNotTakeUpAForgottenDayWhenItsCommunityComesBack() {
    bench.takeOverCatalogue();
    bench.startKnown(FROM);
    bench.ride("a", "2", NOON_1);
    bench.publishOpenDays();
    bench.restart(TestCatalogue.of("1"));
    bench.takeOverCatalogue();
    bench.promise(FROM, FORGETS_1);

    bench.restart(TestCatalogue.of("1", "2"));
    bench.takeOverCatalogue();

    assertThat(bench.ride("b", "1", NOON_1).outcome()).isEqualTo("LATE");
    assertThat(bench.ride("a", "2", NOON_1).outcome()).isEqualTo("LATE");
  }

  @Test
  void shouldStillKnowAfterARestartWhatItHasForgotten() {
    bench.ride("a", "1", NOON_1);
    bench.promise(FROM, FORGETS_1);

    bench.restart(Duration.ofDays(60));

    assertThat(bench.ride("b", "1", NOON_1).outcome()).isEqualTo("LATE");
  }

  @Test
  void shouldWriteEachBlockOnceOverARestart() {
    bench.ride("a", "1", NOON_1);
    bench.ride("b", "1", NOON_1);
    bench.restart();
    bench.ride("c", "1", NOON_1);
    bench.restart();

    assertThat(bench.journal.blocks).hasSize(3);
    assertThat(bench.ride("c", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void shouldWriteTheRidesOfAPackAsOneBlock() {
    bench.take("a", "1", NOON_1);
    bench.take("b", "2", NOON_2);
    bench.take("c", "1", NOON_1);
    bench.write();

    assertThat(bench.journal.blocks).hasSize(1);
    bench.restart();
    assertThat(bench.ride("a", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
    assertThat(bench.ride("b", "2", NOON_2)).isEqualTo(Verdict.DUPLICATE);
    assertThat(bench.ride("c", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void shouldKeepABlockUntilAllOfItsDaysAreFinal() {
    bench.take("a", "1", NOON_1);
    bench.take("b", "2", NOON_2);
    bench.write();

    bench.promise(FROM, FORGETS_1);
    bench.restart();

    assertThat(bench.journal.blocks).hasSize(1);
    assertThat(bench.ride("b", "2", NOON_2)).isEqualTo(Verdict.DUPLICATE);
    assertThat(bench.ride("a", "1", NOON_1).outcome()).isEqualTo("LATE");
    bench.promise(FROM, "2020-09-17T07:00:00Z");
    assertThat(bench.journal.blocks).isEmpty();
  }

  @Test
  void shouldKeepABlockOfADayThatDoesNotExistYet() {
    bench.promise(FROM, "2020-10-01T07:00:00Z");
    bench.take("a", "1", "2020-08-29T17:00:00Z");
    bench.take("b", "1", "2020-08-31T17:00:00Z");
    bench.write();

    bench.promise("2020-08-31T05:00:00Z", "2020-10-01T07:00:00Z");
    bench.restart();
    bench.said();
    bench.promise("2020-08-29T05:00:00Z", "2020-10-01T07:00:00Z");

    assertThat(bench.saidOfDays())
        .contains("1 2020-08-29 1 r1 CLOSED", "1 2020-08-30 0 r1 CLOSED")
        .noneMatch(line -> line.contains("2020-08-31"));
    assertThat(bench.journal.blocks).isEmpty();
  }
}
