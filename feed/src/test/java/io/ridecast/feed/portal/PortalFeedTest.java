package io.ridecast.feed.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.portal.SodaServer.Trouble;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.sending.FakeBroker;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.kafka.KafkaConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalFeedTest {
  private static final String HEADING =
      "trip_id,start_time,end_time,start_community_area_number,start_community_area_name";

  private final FakeBroker broker = new FakeBroker();
  private SodaServer portal;

  @BeforeEach
  void start() throws IOException {
    portal = new SodaServer(HEADING);
  }

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void shouldSendEveryRowOncePageByPage() {
    rides("2020-08-12", 5, "a");
    rides("2020-08-13", 4, "b");

    FeedReport report = feed(2).run();

    assertThat(report.sent()).isEqualTo(9);
    assertThat(broker.rides()).extracting(Ride::getRideId).doesNotHaveDuplicates().hasSize(9);
  }

  @Test
  void shouldGoOnBehindTheLastRowWhereManyStartAtTheSameTime() {
    for (int n = 0; n < 7; n++) {
      portal.add("same-%d,2020-08-12T05:00:00.000,,6,".formatted(n));
    }

    feed(3).run();

    assertThat(broker.rides()).extracting(Ride::getRideId).doesNotHaveDuplicates().hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({"2020-03-08, 2, 1", "2020-03-08, 2, 3", "2020-11-01, 1, 1", "2020-11-01, 1, 3"})
  void shouldSendEveryRowOnceWhereClocksAreChanged(LocalDate day, int changedHour, int pageRows) {
    List<String> ids = new ArrayList<>();
    for (int quarter = 0; quarter < 12; quarter++) { // from the hour before to the hour after it
      String time = "%02d:%02d".formatted(changedHour - 1 + quarter / 4, 15 * (quarter % 4));
      for (String id : List.of(time + "-a", time + "-b")) {
        ids.add(id);
        portal.add("%s,%sT%s:00.000,,6,".formatted(id, day, time));
      }
    }

    FeedReport report = feed(pageRows).run();

    assertThat(broker.rides()).extracting(Ride::getRideId).containsExactlyElementsOf(ids);
    assertThat(report.rows()).isEqualTo(24);
  }

  @Test
  void shouldNotAskForTheSamePageForEver() {
    portal.add(",2020-08-12T05:00:00.000,,6,");
    portal.add(",2020-08-12T06:00:00.000,,6,");
    portal.add("a,2020-08-12T07:00:00.000,,6,");

    assertThatExceptionOfType(PortalFailure.class)
        .isThrownBy(() -> feed(2).run())
        .withMessageContaining("none of 2 rows")
        .withMessageContaining("2 with no ride id");
  }

  @Test
  void shouldPromiseTheDaysBeforeTheNewestRide() {
    rides("2020-08-12", 3, "a");
    portal.add("b,2020-08-13T05:00:00.000,,6,");

    feed(100).run();

    RideWatermark last = last();
    assertThat(last.getCompleteFrom()).isEqualTo(Instant.parse("2020-08-12T05:00:00Z"));
    // The 13th began at 05:00Z; with the grace of 2 h the 12th can close.
    assertThat(last.getCompleteUntil()).isEqualTo(Instant.parse("2020-08-13T07:00:00Z"));
  }

  @Test
  void shouldNotPromiseTheGraceBeforeARideHasPassedIt() {
    rides("2020-08-12", 3, "a");
    portal.add("b,2020-08-13T01:30:00.000,,6,");

    feed(100).run();

    assertThat(last().getCompleteUntil()).isEqualTo(Instant.parse("2020-08-13T05:00:00Z"));
  }

  @Test
  void shouldPromiseTheLastDayOfADataSetThatHasEnded() {
    rides("2020-08-12", 3, "a");

    feed(source(100, true), pace()).run();

    assertThat(last().getCompleteUntil()).isEqualTo(Instant.parse("2020-08-13T07:00:00Z"));
  }

  @Test
  void shouldGoOnWithTheLastPromisedDayNextTime() {
    rides("2020-08-12", 3, "a");
    rides("2020-08-13", 5, "b");
    feed(100).run();
    rides("2020-08-14", 4, "c");

    FeedReport second = feed(100).run();

    // The 12th was promised with its grace, so the 12th is asked for again, as it may have grown.
    assertThat(second.sent()).isEqualTo(3 + 5 + 4);
    assertThat(portal.queries.get(portal.queries.size() - 1)).contains("2020-08-12");
    assertThat(second.completeUntil()).contains(Instant.parse("2020-08-14T07:00:00Z"));
  }

  @Test
  void shouldTakeUpAgainARunThatWasCutOff() {
    rides("2020-08-12", 4, "a");
    rides("2020-08-13", 4, "b");
    rides("2020-08-14", 4, "c");
    portal.next(Trouble.NONE, Trouble.NONE, Trouble.NONE, Trouble.NO_SUCH_COLUMN);
    assertThatExceptionOfType(PortalFailure.class).isThrownBy(() -> feed(4).run());

    feed(4).run();

    assertThat(broker.rides().stream().map(Ride::getRideId).distinct()).hasSize(12);
    assertThat(broker.rides().stream().filter(ride -> ride.getRideId().startsWith("c-")))
        .as("what was not sent before is sent once")
        .hasSize(4);
  }

  @Test
  void shouldBePatientWithThePortalsBadDays() {
    rides("2020-08-12", 5, "a");
    portal.next(
        Trouble.TOO_MANY_REQUESTS,
        Trouble.NONE,
        Trouble.SERVER_ERROR,
        Trouble.BREAKS_OFF,
        Trouble.SILENCE,
        Trouble.NONE);

    FeedReport report = feed(100).run();

    assertThat(report.sent()).isEqualTo(5);
    assertThat(broker.rides()).hasSize(5);
  }

  @Test
  void shouldEndAtOnceWithWhatThePortalSaysOfAWrongQuestion() {
    rides("2020-08-12", 1, "a");
    portal.next(Trouble.NONE, Trouble.NO_SUCH_COLUMN);

    assertThatExceptionOfType(PortalFailure.class)
        .isThrownBy(() -> feed(100).run())
        .withMessageContaining("/resource/rides.csv")
        .withMessageContaining("400")
        .withMessageContaining("no-such-column")
        .withMessageNotContaining("tries");
    assertThat(portal.queries).hasSize(2);
  }

  @Test
  void shouldGiveUpAPortalThatStaysAway() {
    Trouble[] away = new Trouble[20];
    java.util.Arrays.fill(away, Trouble.SERVER_ERROR);
    portal.next(away);

    assertThatExceptionOfType(PortalFailure.class)
        .isThrownBy(() -> feed(100).run())
        .withMessageContaining("503")
        .withMessageContaining("after 8 tries");
  }

  @Test
  void shouldSendItsTokenAndNeverSayIt() {
    rides("2020-08-12", 1, "a");

    feed(100).run();

    assertThat(portal.tokens).containsOnly("secret-token");
    assertThat(source(100, false).toString()).doesNotContain("secret");
  }

  @Test
  void shouldLookAgainUntilItIsStopped() {
    rides("2020-08-12", 2, "a");
    CountedPace pace = new CountedPace(2, () -> rides("2020-08-13", 3, "b"));
    PortalSource source =
        new PortalSource(
            portal.resource(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.of(Duration.ofMinutes(15)),
            100);

    FeedReport report = feed(source, pace).run();

    assertThat(broker.rides().stream().map(Ride::getRideId).distinct()).hasSize(5);
    assertThat(report.stopped()).isTrue();
  }

  @Test
  void shouldSendNothingOfAnEmptyDataSet() {
    assertThat(feed(100).run().rows()).isZero();
    assertThat(broker.records()).isEmpty();
  }

  @Test
  void shouldSkipAndCountARowThatCannotBeARide() {
    portal.add(",2020-08-12T05:00:00.000,,6,");
    portal.add("a,2020-08-12T05:00:00.000,,6,");

    FeedReport report = feed(100).run();

    assertThat(report.rows()).isEqualTo(2);
    assertThat(report.sent()).isEqualTo(1);
  }

  @Test
  void shouldBeginWhereItIsTold() {
    rides("2020-08-12", 2, "a");
    rides("2020-08-13", 3, "b");
    PortalSource source =
        new PortalSource(
            portal.resource(),
            Optional.empty(),
            Optional.of(LocalDate.of(2020, 8, 13)),
            true,
            Optional.empty(),
            100);

    assertThat(feed(source, pace()).run().sent()).isEqualTo(3);
  }

  private void rides(String day, int count, String prefix) {
    for (int n = 0; n < count; n++) {
      portal.add("%s-%d,%sT%02d:00:00.000,,6,LAKE VIEW".formatted(prefix, n, day, 3 + n));
    }
  }

  private PortalFeed feed(int pageRows) {
    return feed(source(pageRows, false), pace());
  }

  private PortalSource source(int pageRows, boolean complete) {
    return new PortalSource(
        portal.resource(),
        Optional.of("secret-token"),
        Optional.empty(),
        complete,
        Optional.empty(),
        pageRows);
  }

  private PortalFeed feed(PortalSource source, Pace pace) {
    return new PortalFeed(
        FeedConfig.of(KafkaConfig.plain("nowhere:1")),
        source,
        Catalogue.chicago(),
        () -> broker.sender("rides"),
        InstantSource.fixed(FakeBroker.NOW),
        pace,
        FeedProgress.SILENT,
        Duration.ofSeconds(2),
        Duration.ofMillis(1));
  }

  private RideWatermark last() {
    List<RideWatermark> watermarks = broker.watermarks(0);
    return watermarks.get(watermarks.size() - 1);
  }

  private static Pace pace() {
    return new CountedPace(Integer.MAX_VALUE, () -> {});
  }

  /** Lets time pass at once, and stops after so many waits. */
  private static final class CountedPace implements Pace {
    private final int most;
    private final Runnable between;
    private int waits;

    CountedPace(int most, Runnable between) {
      this.most = most;
      this.between = between;
    }

    @Override
    public boolean reach(Instant business) {
      waits++;
      if (waits == 2) {
        between.run();
      }
      return !stopped();
    }

    @Override
    public void stop() {
      waits = most;
    }

    @Override
    public boolean stopped() {
      return waits > most;
    }
  }
}
