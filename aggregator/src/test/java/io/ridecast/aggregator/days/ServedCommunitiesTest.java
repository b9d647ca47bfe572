package io.ridecast.aggregator.days;

import static io.ridecast.aggregator.days.LedgerBench.CLOSES_1;
import static io.ridecast.aggregator.days.LedgerBench.CLOSES_2;
import static io.ridecast.aggregator.days.LedgerBench.FROM;
import static io.ridecast.aggregator.days.LedgerBench.NOON_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.TestCatalogue;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of communities that are not served all the time, or not from the beginning. */
class ServedCommunitiesTest {
  @TempDir private Path directory;
  private final LedgerBench bench = new LedgerBench(TestCatalogue.of("1", "2"));

  @Test
  void shouldRejectRidesWhereNoServiceRunsAndSaySoOfTheDay() throws IOException {
    LedgerBench closed =
        new LedgerBench(TestCatalogue.of("1", "2"), calendar("1,2020-09-01,2020-09-01"));

    assertThat(closed.ride("a", "1", NOON_1).outcome()).isEqualTo("OUT_OF_SERVICE");
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

    assertThat(bench.ride("a", "2", NOON_1).outcome()).isEqualTo("OUT_OF_SERVICE");
    bench.promise(FROM, CLOSES_2);

    assertThat(bench.saidOfDays())
        .containsExactly(
            "1 2020-09-01 0 r1 CLOSED", "1 2020-09-02 0 r1 CLOSED", "2 2020-09-02 0 r1 CLOSED");
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

  /** What was counted is said, whatever the catalogue says later. */
  @Test
  void shouldSayTheRidesOfACommunityThatTurnsOutToHaveStartedLater() {
    bench.takeOverCatalogue();
    bench.ride("a", "2", NOON_1);
    bench.restart(TestCatalogue.of("1", "2@2020-09-02"));
    bench.takeOverCatalogue();
    bench.promise(FROM, CLOSES_1);
    assertThat(bench.saidOfDays())
        .containsExactly("1 2020-09-01 0 r1 CLOSED", "2 2020-09-01 1 r1 OUT_OF_SERVICE");

    bench.restart();
    bench.ride("b", "2", NOON_1);

    assertThat(bench.saidOfDays()).containsExactly("2 2020-09-01 2 r2 CLOSED");
    assertThat(bench.published()).as("each ride once").isEqualTo(2);
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

  private ServiceCalendar calendar(String row) throws IOException {
    Path file = directory.resolve("calendar.csv");
    Files.writeString(file, "community,from,to\n" + row + "\n");
    return ServiceCalendar.load(file);
  }
}
