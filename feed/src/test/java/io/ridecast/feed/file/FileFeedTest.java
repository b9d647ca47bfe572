package io.ridecast.feed.file;

import static io.ridecast.feed.csv.RideFiles.CHICAGO;
import static io.ridecast.feed.csv.RideFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.feed.FeedConfig;
import io.ridecast.feed.csv.RideFiles;
import io.ridecast.feed.csv.SkipCounts;
import io.ridecast.feed.csv.SkipReason;
import io.ridecast.feed.csv.UnusableRideFile;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.pace.SteadyPace;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.report.FeedReport;
import io.ridecast.feed.sending.FakeBroker;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.kafka.KafkaConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFeedTest {
  private static final String HEADING = "trip_id,start_time,start_community_area_number\n";
  private static final InstantSource WALL = InstantSource.fixed(FakeBroker.NOW);
  private static final Instant END = Instant.parse("2020-08-15T07:00:00Z");

  @TempDir private Path directory;
  private final FakeBroker broker = new FakeBroker();

  @Test
  void shouldAnnounceSendAndPromiseInThisOrder() throws Exception {
    FeedReport report = feed(FileSource.history(List.of(threeDays("a.csv"))));

    assertThat(broker.rides()).extracting(Ride::getRideId).containsExactly("a", "b", "c", "d");
    assertThat(broker.watermarks(0))
        .extracting(RideWatermark::getCompleteUntil)
        .containsExactly(null, END);
    assertThat(broker.watermarks(0)).allMatch(mark -> mark.getLoadingUntil().equals(END));
    assertThat(broker.watermarks(0).get(1).getCompleteFrom()).isEqualTo("2020-08-12T05:00:00Z");
    assertThat(broker.records().get(0)).isInstanceOf(RideWatermark.class);
    assertThat(report.completeUntil()).contains(END);
    assertThat(report.stopped()).isFalse();
  }

  @Test
  void shouldReportSumsThatAddUp() throws Exception {
    Path file =
        file(
            directory,
            "a.csv",
            HEADING
                + "a,2020-08-12T05:00:00,6\n"
                + ",2020-08-12T05:00:00,6\n"
                + "b,2999-08-12T05:00:00,6\n"
                + "c,,6\nd,,6\n"
                + "e,2020-08-12T05:00:00\n");

    FeedReport report = feed(FileSource.history(List.of(file)));

    assertThat(report.rows()).isEqualTo(6);
    assertThat(report.sent()).isEqualTo(2);
    assertThat(report.skipped())
        .containsEntry(SkipReason.NO_RIDE_ID, new SkipCounts.Skipped(1, List.of("line 3")))
        .containsEntry(
            SkipReason.NO_START_TIME, new SkipCounts.Skipped(2, List.of("line 5", "line 6")))
        .containsEntry(SkipReason.RAGGED_ROW, new SkipCounts.Skipped(1, List.of("line 7")))
        .hasSize(3);
  }

  @Test
  void shouldLoadThePortalsRowsOfBothStyles() throws Exception {
    FeedReport report =
        feed(
            FileSource.history(
                List.of(
                    RideFiles.excerpt("portal-api-style.csv"),
                    RideFiles.excerpt("portal-export-style.csv"))));

    assertThat(report.rows()).isEqualTo(11);
    assertThat(report.sent()).isEqualTo(11);
    assertThat(broker.watermarks(1))
        .last()
        .satisfies(
            mark -> {
              assertThat(mark.getCompleteFrom()).isEqualTo("2019-06-28T05:00:00Z");
              assertThat(mark.getCompleteUntil()).isEqualTo("2020-08-13T07:00:00Z");
            });
  }

  @Test
  void shouldNameTheFileOfARowWhenThereAreSeveral() throws Exception {
    Path broken = file(directory, "b.csv", HEADING + "x,2020-08-13T05:00:00,6\ny,,6\n");

    FeedReport report = feed(FileSource.history(List.of(threeDays("a.csv"), broken)));

    assertThat(report.skipped().get(SkipReason.NO_START_TIME).first()).containsExactly("b.csv:3");
  }

  @Test
  void shouldSendNothingWhenOneOfTheFilesIsNone() throws Exception {
    Path none = file(directory, "b.csv", "a,b\n1,2\n");
    FileSource source = FileSource.history(List.of(threeDays("a.csv"), none));

    assertThatThrownBy(() -> feed(source)).isInstanceOf(UnusableRideFile.class);
    assertThat(broker.records()).isEmpty();
  }

  @Test
  void shouldNotSendAgainWhatWasPromisedToItsEnd() throws Exception {
    FileSource source = FileSource.history(List.of(threeDays("a.csv")));
    feed(source);
    int before = broker.records().size();

    FeedReport report = feed(source);

    assertThat(broker.records()).hasSize(before);
    assertThat(report.rows()).isEqualTo(4);
    assertThat(report.skipped().get(SkipReason.ALREADY_SENT).rows()).isEqualTo(4);
  }

  @Test
  void shouldSendAgainWhenAskedTo() throws Exception {
    Path file = threeDays("a.csv");
    feed(FileSource.history(List.of(file)));

    FeedReport report = feed(new FileSource(List.of(file), Optional.empty(), true));

    assertThat(report.sent()).isEqualTo(4);
    assertThat(broker.watermarks(0))
        .last()
        .extracting(RideWatermark::getCompleteUntil)
        .isEqualTo(END);
  }

  @Test
  void shouldGoOnWithALaterFileAndSendTheLastPromisedDayAgain() throws Exception {
    feed(FileSource.history(List.of(threeDays("a.csv"))));
    Path later =
        file(
            directory,
            "b.csv",
            HEADING
                + "c,2020-08-13T23:00:00,6\n"
                + "d,2020-08-14T12:00:00,6\n"
                + "e,2020-08-14T23:00:00,6\n"
                + "f,2020-08-15T01:00:00,6\n");

    FeedReport report = feed(FileSource.history(List.of(later)));

    assertThat(broker.rides())
        .extracting(Ride::getRideId)
        .containsExactly("a", "b", "c", "d", "d", "e", "f");
    assertThat(report.skipped().get(SkipReason.ALREADY_SENT).rows()).isEqualTo(1);
    assertThat(report.completeUntil()).contains(Instant.parse("2020-08-16T07:00:00Z"));
    assertThat(broker.watermarks(0))
        .last()
        .extracting(RideWatermark::getCompleteFrom)
        .isEqualTo(Instant.parse("2020-08-12T05:00:00Z"));
  }

  @Test
  void shouldFillInEarlierDaysAndPromiseThemOnlyAtTheEnd() throws Exception {
    feed(FileSource.history(List.of(threeDays("a.csv"))));
    Path earlier =
        file(directory, "b.csv", HEADING + "x,2020-08-10T05:00:00,6\ny,2020-08-11T05:00:00,6\n");

    FeedReport report = feed(FileSource.history(List.of(earlier)));

    assertThat(report.sent()).isEqualTo(2);
    assertThat(broker.watermarks(0))
        .extracting(RideWatermark::getCompleteFrom)
        .containsExactly(
            null,
            Instant.parse("2020-08-12T05:00:00Z"),
            Instant.parse("2020-08-12T05:00:00Z"),
            Instant.parse("2020-08-10T05:00:00Z"));
    assertThat(report.completeUntil()).contains(END);
  }

  @Test
  void shouldReplayTheDaysFromALiveDayOnHourByHour() throws Exception {
    Path file =
        file(
            directory,
            "a.csv",
            HEADING
                + "late,2020-08-14T12:30:00,6\n"
                + "early,2020-08-14T01:30:00,6\n"
                + "live,2020-08-14T02:00:00,6\n"
                + "old,2020-08-12T05:00:00,6\n");
    List<Instant> hours = new ArrayList<>();
    FeedProgress progress =
        new FeedProgress() {
          @Override
          public void live(Instant until, long rides) {
            hours.add(until);
          }
        };

    FeedReport report =
        feed(FileSource.liveFrom(LocalDate.parse("2020-08-14"), List.of(file)), progress);

    assertThat(broker.rides())
        .extracting(Ride::getRideId)
        .containsExactly("early", "old", "live", "late");
    assertThat(hours).hasSize(24).first().isEqualTo(Instant.parse("2020-08-14T08:00:00Z"));
    assertThat(hours).last().isEqualTo(END);
    List<RideWatermark> marks = broker.watermarks(0);
    assertThat(marks.get(0).getLoadingUntil()).isEqualTo("2020-08-14T07:00:00Z");
    assertThat(marks.get(1).getCompleteUntil()).isEqualTo("2020-08-14T07:00:00Z");
    assertThat(marks)
        .hasSize(2 + 24)
        .last()
        .extracting(RideWatermark::getCompleteUntil)
        .isEqualTo(END);
    assertThat(report.sent()).isEqualTo(4);
  }

  @Test
  void shouldTakeALiveReplayUpWhereItWasStopped() throws Exception {
    Path file = threeDays("a.csv");
    FileSource source = FileSource.liveFrom(LocalDate.parse("2020-08-13"), List.of(file));
    Pace first = new SteadyPace(WALL, Duration.ZERO);
    FeedProgress stopping =
        new FeedProgress() {
          @Override
          public void live(Instant until, long rides) {
            if (until.equals(Instant.parse("2020-08-14T09:00:00Z"))) {
              first.stop();
            }
          }
        };
    FeedReport stopped = feed(source, stopping, first);
    int before = broker.rides().size();

    FeedReport resumed = feed(source);

    assertThat(stopped.stopped()).isTrue();
    assertThat(stopped.skipped().get(SkipReason.NOT_YET_DUE).rows()).isEqualTo(1);
    assertThat(stopped.completeUntil()).contains(Instant.parse("2020-08-14T09:00:00Z"));
    assertThat(broker.rides().subList(before, broker.rides().size()))
        .extracting(Ride::getRideId)
        .contains("d");
    assertThat(resumed.completeUntil()).contains(END);
    assertThat(broker.watermarks(0))
        .extracting(RideWatermark::getCompleteUntil)
        .filteredOn(until -> until != null)
        .isSorted();
  }

  @Test
  void shouldPromiseNothingWhenStoppedBeforeTheEndOfTheHistory() throws Exception {
    Pace pace = new SteadyPace(WALL, Duration.ZERO);
    pace.stop();

    FeedReport report =
        feed(FileSource.history(List.of(threeDays("a.csv"))), FeedProgress.SILENT, pace);

    assertThat(report.stopped()).isTrue();
    assertThat(report.completeUntil()).isEmpty();
    assertThat(broker.watermarks(0)).hasSize(1);
  }

  private Path threeDays(String name) throws Exception {
    return file(
        directory,
        name,
        HEADING
            + "a,2020-08-12T05:00:00,6\n"
            + "b,2020-08-12T09:00:00,7\n"
            + "c,2020-08-13T23:00:00,6\n"
            + "d,2020-08-14T12:00:00,6\n");
  }

  private FeedReport feed(FileSource source) {
    return feed(source, FeedProgress.SILENT);
  }

  private FeedReport feed(FileSource source, FeedProgress progress) {
    return feed(source, progress, new SteadyPace(WALL, Duration.ZERO));
  }

  private FeedReport feed(FileSource source, FeedProgress progress, Pace feedPace) {
    FeedConfig config = FeedConfig.of(KafkaConfig.plain("unused:9092"));
    try (FileFeed feed =
        new FileFeed(
            config,
            source,
            CHICAGO,
            () -> broker.sender(config.name()),
            WALL,
            feedPace,
            progress)) {
      return feed.run();
    }
  }
}
