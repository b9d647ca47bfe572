package io.ridecast.feed.file;

import io.ridecast.feed.csv.Plausible;
import io.ridecast.feed.csv.RideFile;
import io.ridecast.feed.csv.RideRow;
import io.ridecast.feed.csv.SkipCounts;
import io.ridecast.feed.csv.SkipReason;
import io.ridecast.feed.pace.Pace;
import io.ridecast.feed.report.FeedProgress;
import io.ridecast.feed.sending.PromisesAsItGoes;
import io.ridecast.feed.sending.RideSender;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.records.Ride;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The second pass through the files: sends their history and puts the live part by. */
final class FilePass {
  private static final int ROWS_BETWEEN_NOTES = 4096;

  private final FilePlan plan;
  private final String feed;
  private final Catalogue catalogue;
  private final RideSender sender;
  private final Resumption resumption;
  private final Plausible plausible;
  private final Optional<PromisesAsItGoes> promises;
  private final SkipCounts skips = new SkipCounts();
  private final LiveReplay replay = new LiveReplay();
  private long rows;

  FilePass(
      FilePlan plan,
      String feed,
      Catalogue catalogue,
      RideSender sender,
      Resumption resumption,
      Plausible plausible) {
    this.plan = plan;
    this.feed = feed;
    this.catalogue = catalogue;
    this.sender = sender;
    this.resumption = resumption;
    this.plausible = plausible;
    // What is filled in before an earlier promise is complete only at its end.
    this.promises =
        plan.disorder()
            .filter(disorder -> !resumption.backfill())
            .map(
                disorder ->
                    new PromisesAsItGoes(
                        sender, catalogue.serviceDay(), plan.span().from(), disorder));
  }

  /**
   * Reads all rows.
   *
   * @return false if {@code pace} was stopped before the last
   */
  boolean run(Pace pace, FeedProgress progress) {
    for (Path path : plan.files()) {
      String place = plan.files().size() == 1 ? "line " : path.getFileName() + ":";
      try (RideFile file = RideFile.open(path, feed, catalogue)) {
        while (file.hasNext()) {
          if (pace.stopped()) {
            return false;
          }
          row(file.next(), place);
          if (rows % ROWS_BETWEEN_NOTES == 0) {
            progress.advanced(rows);
          }
        }
      }
    }
    progress.advanced(rows);
    return true;
  }

  /** Passes over all rows: earlier runs have sent and promised them. */
  void skipAll() {
    rows = plan.rows();
    skips.add(SkipReason.ALREADY_SENT, rows);
  }

  long rows() {
    return rows;
  }

  /** The live part, as far as it was read. */
  LiveReplay replay() {
    return replay;
  }

  /** The rows that were not sent, those of the live part that are still to come among them. */
  Map<SkipReason, SkipCounts.Skipped> skipped() {
    SkipCounts all = skips.copy();
    all.add(SkipReason.NOT_YET_DUE, replay.left());
    return all.byReason();
  }

  private void row(RideRow row, String place) {
    rows++;
    if (row instanceof RideRow.Accepted accepted) {
      ride(accepted.ride());
    } else if (row instanceof RideRow.Skipped skipped) {
      skips.add(skipped.reason(), place + skipped.line());
    }
  }

  private void ride(Ride ride) {
    Instant start = ride.getStartedAt();
    if (!plausible.test(start)) {
      // No promise speaks of it; the aggregator rejects it by name.
      sender.send(ride);
    } else if (resumption.alreadySent(start)) {
      skips.add(SkipReason.ALREADY_SENT, 1);
    } else if (start.isBefore(plan.historyEnd())) {
      promises.ifPresent(promise -> promise.reached(start));
      sender.send(ride);
    } else {
      replay.add(ride);
    }
  }
}
