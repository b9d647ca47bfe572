package io.ridecast.aggregator.days;

import static io.ridecast.aggregator.days.LedgerBench.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.TestCatalogue;
import io.ridecast.aggregator.rides.Verdict;
import io.ridecast.aggregator.rides.Verdict.Rejected;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.schemas.topics.CommunityPartition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandLedgerTest {
  private static final String FROM = "2020-09-01T05:00:00Z";
  private static final String NOON_1 = "2020-09-01T17:00:00Z";
  private static final String NOON_2 = "2020-09-02T17:00:00Z";
  private static final String CLOSES_1 = "2020-09-02T07:00:00Z";
  private static final String CLOSES_2 = "2020-09-03T07:00:00Z";
  private static final String FORGETS_1 = "2020-09-16T07:00:00Z";

  @TempDir Path directory;
  private final LedgerBench bench = new LedgerBench(TestCatalogue.of("1", "2"));

  @Test
  void shouldCountARideOnce() {
    assertThat(bench.ride("a", "1", NOON_1)).isEqualTo(Verdict.COUNTED);
    assertThat(bench.ride("a", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void shouldFindADuplicateWithinAPack() {
    assertThat(bench.judge("a", "1", NOON_1)).isEqualTo(Verdict.COUNTED);
    assertThat(bench.judge("a", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
    bench.write();

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

    bench.judge("b", "1", NOON_1);
    bench.judge("c", "2", NOON_1);
    bench.judge("d", "1", NOON_1);
    bench.write();

    assertThat(bench.said())
        .containsExactly(
            "1 2020-09-01 3 r2 CLOSED", "2 2020-09-01 1 r2 CLOSED", "city 2020-09-01 4 of 2");
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

    assertThat(reason(verdict)).isEqualTo("LATE");
    assertThat(((Rejected) verdict).detail()).contains("2020-09-01");
    assertThat(bench.ride("b", "1", NOON_2)).isEqualTo(Verdict.COUNTED);
  }

  @Test
  void shouldRejectADuplicateAsLateOnceItsIdIsForgotten() {
    bench.ride("a", "1", NOON_1);
    bench.promise(FROM, FORGETS_1);

    assertThat(reason(bench.ride("a", "1", NOON_1))).isEqualTo("LATE");
  }

  @Test
  void shouldForgetTheIdsWithTheDay() {
    bench.ride("a", "1", NOON_1);
    bench.ride("b", "1", NOON_1);
    bench.ride("c", "1", NOON_2);
    bench.promise(FROM, CLOSES_1);
    bench.ride("d", "1", NOON_1);
    assertThat(bench.journal.blocks).hasSize(4);
    assertThat(bench.journal.closed).hasSize(1);
    assertThat(bench.journal.publications).as("of the revision").hasSize(1);

    bench.promise(FROM, FORGETS_1);

    assertThat(bench.journal.blocks).hasSize(1);
    assertThat(bench.journal.closed).as("the day after").hasSize(1);
    assertThat(bench.journal.publications).isEmpty();
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
  void shouldRejectLateRidesOfABackfilledDay() {
    bench.promise(FROM, "2020-10-01T07:00:00Z");
    bench.promise("2020-08-30T05:00:00Z", "2020-10-01T07:00:00Z");

    assertThat(reason(bench.ride("a", "1", "2020-08-31T17:00:00Z"))).isEqualTo("LATE");
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
  void shouldRejectAnUnknownCommunity() {
    Verdict verdict = bench.ride("a", "78", NOON_1);

    assertThat(reason(verdict)).isEqualTo("UNKNOWN_COMMUNITY");
    assertThat(((Rejected) verdict).detail()).contains("78");
    assertThat(reason(bench.ride("a", "", NOON_1))).isEqualTo("UNKNOWN_COMMUNITY");
    assertThat(reason(bench.ride("a", "01", NOON_1))).isEqualTo("UNKNOWN_COMMUNITY");
  }

  @Test
  void shouldRejectARideOnAnotherCommunitysPartition() {
    int home = CommunityPartition.of("1", 8);
    LedgerBench other = LedgerBench.ofPartition(TestCatalogue.of("1", "2"), (home + 1) % 8, 8);

    Verdict verdict = other.ride("a", "1", NOON_1);

    assertThat(reason(verdict)).isEqualTo("MISROUTED");
    assertThat(((Rejected) verdict).detail()).contains("partition " + home, "murmur2");
  }

  @Test
  void shouldReportToTheCityFromAPartitionWithoutCommunities() {
    int home = CommunityPartition.of("1", 8);
    LedgerBench other = LedgerBench.ofPartition(TestCatalogue.of("1"), (home + 1) % 8, 8);

    other.promise(FROM, CLOSES_1);

    assertThat(other.said()).containsExactly("city 2020-09-01 0 of 0");
  }

  @Test
  void shouldRejectRidesWhereNoServiceRunsAndSaySoOfTheDay() throws IOException {
    LedgerBench closed =
        new LedgerBench(TestCatalogue.of("1", "2"), calendar("1,2020-09-01,2020-09-01"));

    assertThat(reason(closed.ride("a", "1", NOON_1))).isEqualTo("OUT_OF_SERVICE");
    assertThat(closed.ride("a", "2", NOON_1)).isEqualTo(Verdict.COUNTED);
    closed.promise(FROM, CLOSES_2);

    assertThat(closed.said())
        .containsExactly(
            "1 2020-09-01 0 r1 OUT_OF_SERVICE",
            "2 2020-09-01 1 r1 CLOSED",
            "city 2020-09-01 1 of 1",
            "1 2020-09-02 0 r1 CLOSED",
            "2 2020-09-02 0 r1 CLOSED",
            "city 2020-09-02 0 of 2");
  }

  @Test
  void shouldBeginACommunityOnItsFirstDay() {
    LedgerBench bench = new LedgerBench(TestCatalogue.of("1", "2@2020-09-02"));

    assertThat(reason(bench.ride("a", "2", NOON_1))).isEqualTo("OUT_OF_SERVICE");
    bench.promise(FROM, CLOSES_2);

    assertThat(bench.saidOfDays())
        .containsExactly(
            "1 2020-09-01 0 r1 CLOSED", "1 2020-09-02 0 r1 CLOSED", "2 2020-09-02 0 r1 CLOSED");
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
    bench.ride("a", "1", NOON_1);
    bench.promise(FROM, CLOSES_1);
    bench.said();

    bench.restart();
    bench.promise(FROM, CLOSES_1);
    bench.ride("b", "1", NOON_1);
    bench.ride("c", "2", NOON_1);

    assertThat(bench.saidOfDays())
        .containsExactly("1 2020-09-01 2 r2 CLOSED", "2 2020-09-01 1 r2 CLOSED");
  }

  @Test
  void shouldStillKnowAfterARestartWhatItHasForgotten() {
    bench.ride("a", "1", NOON_1);
    bench.promise(FROM, FORGETS_1);

    bench.restart(Duration.ofDays(60));

    assertThat(reason(bench.ride("b", "1", NOON_1))).isEqualTo("LATE");
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
    bench.judge("a", "1", NOON_1);
    bench.judge("b", "2", NOON_2);
    bench.judge("c", "1", NOON_1);
    bench.write();

    assertThat(bench.journal.blocks).hasSize(1);
    bench.restart();
    assertThat(bench.ride("a", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
    assertThat(bench.ride("b", "2", NOON_2)).isEqualTo(Verdict.DUPLICATE);
    assertThat(bench.ride("c", "1", NOON_1)).isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void shouldKeepABlockUntilAllOfItsDaysAreFinal() {
    bench.judge("a", "1", NOON_1);
    bench.judge("b", "2", NOON_2);
    bench.write();

    bench.promise(FROM, FORGETS_1);
    bench.restart();

    assertThat(bench.journal.blocks).hasSize(1);
    assertThat(bench.ride("b", "2", NOON_2)).isEqualTo(Verdict.DUPLICATE);
    assertThat(reason(bench.ride("a", "1", NOON_1))).isEqualTo("LATE");
    bench.promise(FROM, "2020-09-17T07:00:00Z");
    assertThat(bench.journal.blocks).isEmpty();
  }

  @Test
  void shouldKeepABlockOfADayThatDoesNotExistYet() {
    bench.promise(FROM, "2020-10-01T07:00:00Z");
    bench.judge("a", "1", "2020-08-29T17:00:00Z");
    bench.judge("b", "1", "2020-08-31T17:00:00Z");
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

  @Test
  void shouldPublishTheDaysOfACommunityThatJoins() {
    bench.takeOverCatalogue();
    bench.ride("a", "1", NOON_1);
    bench.promise(FROM, CLOSES_2);
    bench.said();

    bench.restart(TestCatalogue.of("1", "2", "3@2020-09-02"));
    bench.takeOverCatalogue();
    assertThat(bench.said()).containsExactly("3 2020-09-02 0 r1 CLOSED", "city 2020-09-02 0 of 3");
    bench.promise(FROM, "2020-09-04T07:00:00Z");

    assertThat(bench.saidOfCity()).containsExactly("city 2020-09-03 0 of 3");
  }

  @Test
  void shouldPublishAJoiningCommunitysDaysOnce() {
    bench.takeOverCatalogue();
    bench.promise(FROM, CLOSES_2);
    Catalogue three = TestCatalogue.of("1", "2", "3");
    bench.restart(three);
    bench.takeOverCatalogue();
    bench.said();

    bench.restart(three);
    bench.takeOverCatalogue();

    assertThat(bench.said()).isEmpty();
  }

  @Test
  void shouldOnlyFillTheGapOfACommunityThatComesBack() {
    bench.takeOverCatalogue();
    bench.ride("a", "2", NOON_1);
    bench.promise(FROM, CLOSES_1);
    bench.restart(TestCatalogue.of("1"));
    bench.takeOverCatalogue();
    bench.promise(FROM, CLOSES_2);
    bench.said();

    bench.restart(TestCatalogue.of("1", "2"));
    bench.takeOverCatalogue();

    assertThat(bench.saidOfDays()).containsExactly("2 2020-09-02 0 r1 CLOSED");
  }

  @Test
  void shouldFillInWhenACommunityTurnsOutToHaveStartedEarlier() {
    bench.restart(TestCatalogue.of("1", "2@2020-09-03"));
    bench.takeOverCatalogue();
    bench.promise(FROM, "2020-09-04T07:00:00Z");
    bench.said();

    bench.restart(TestCatalogue.of("1", "2@2020-09-02"));
    bench.takeOverCatalogue();

    assertThat(bench.saidOfDays()).containsExactly("2 2020-09-02 0 r1 CLOSED");
  }

  @Test
  void shouldRejectImplausibleTimesWithoutMovingAnyDay() {
    bench.startKnown(FROM);

    assertThat(reason(bench.ride("a", "1", "2099-01-01T00:00:00Z"))).isEqualTo("IMPLAUSIBLE_TIME");
    assertThat(reason(bench.ride("b", "1", "1970-01-01T00:00:00Z"))).isEqualTo("IMPLAUSIBLE_TIME");
    bench.publishOpenDays();

    assertThat(bench.said()).isEmpty();
    assertThat(bench.journal.blocks).isEmpty();
  }

  private ServiceCalendar calendar(String row) throws IOException {
    Path file = directory.resolve("calendar.csv");
    Files.writeString(file, "community,from,to\n" + row + "\n");
    return ServiceCalendar.load(file);
  }
}
