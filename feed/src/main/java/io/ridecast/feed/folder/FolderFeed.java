package io.ridecast.feed.folder;

import io.ridecast.feed.Feed;
import io.ridecast.feed.csv.SkipCounts;
import io.ridecast.feed.csv.SkipReason;
import io.ridecast.feed.csv.UnusableRideFile;
import io.ridecast.feed.file.FileSource;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.report.FeedReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends each file that lands in a folder, whole: its rides may fill days that were promised before,
 * and what was counted is not counted twice. Each promises as any file does, up to the end of its
 * last day. A file that is no ride file is put aside with a word, and the feed goes on.
 */
public final class FolderFeed implements Feed {
  private final String name;
  private final Path folder;
  private final Function<FileSource, Feed> feeds;
  private final Duration every;
  private final InstantSource wall;
  private final Pace pace;
  private final Consumer<String> out;
  private final Map<SkipReason, SkipCounts.Skipped> skipped = new EnumMap<>(SkipReason.class);
  private long rows;
  private long sent;
  private Optional<Instant> completeUntil = Optional.empty();

  /**
   * @param feeds makes the feed of a file
   * @param every how long after one look into the folder the next one follows
   * @param pace waits between looks; closing the feed stops it
   * @param out is told of each file
   */
  public FolderFeed(
      String name,
      Path folder,
      Function<FileSource, Feed> feeds,
      Duration every,
      InstantSource wall,
      Pace pace,
      Consumer<String> out) {
    this.name = name;
    this.folder = folder;
    this.feeds = feeds;
    this.every = every;
    this.wall = wall;
    this.pace = pace;
    this.out = out;
  }

  @Override
  public FeedReport run() {
    if (!Files.isDirectory(folder)) {
      throw new UnusableRideFile(
          folder + " is no folder; --follow needs the one in which the ride files land");
    }
    Instant began = wall.instant();
    pace.reach(began);
    LandedFiles landed = new LandedFiles(folder);
    do {
      for (Path file : landed.look()) {
        if (!pace.stopped()) {
          send(file, landed);
        }
      }
    } while (pace.reach(wall.instant().plus(every)));
    return new FeedReport(
        name, rows, sent, skipped, completeUntil, true, Duration.between(began, wall.instant()));
  }

  @Override
  public void close() {
    pace.stop();
  }

  private void send(Path file, LandedFiles landed) {
    try {
      FeedReport report = feeds.apply(new FileSource(List.of(file), Optional.empty(), true)).run();
      add(report);
      landed.sent(file);
      out.accept("%s: %,d rides sent".formatted(file.getFileName(), report.sent()));
    } catch (UnusableRideFile unusable) {
      landed.refused(file);
      out.accept(file.getFileName() + " is put aside: " + unusable.getMessage());
    }
  }

  private void add(FeedReport report) {
    rows += report.rows();
    sent += report.sent();
    report
        .skipped()
        .forEach(
            (reason, more) ->
                skipped.merge(
                    reason,
                    more,
                    (one, other) ->
                        new SkipCounts.Skipped(one.rows() + other.rows(), one.first())));
    completeUntil = report.completeUntil();
  }
}
