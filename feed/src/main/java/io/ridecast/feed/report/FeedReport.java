package io.ridecast.feed.report;

import io.ridecast.feed.csv.SkipCounts;
import io.ridecast.feed.csv.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a feed has done: every row that it read was sent or skipped for a reason.
 *
 * @param feed its name
 * @param rows how many rows it read
 * @param sent how many rides it sent; the broker has acknowledged all of them
 * @param skipped the other rows, by reason
 * @param completeUntil up to when its rides are promised to be complete, if it promised anything
 * @param stopped whether it was asked to stop before its end
 * @param took wall time from start to end
 */
public record FeedReport(
    String feed,
    long rows,
    long sent,
    Map<SkipReason, SkipCounts.Skipped> skipped,
    Optional<Instant> completeUntil,
    boolean stopped,
    Duration took) {

  public FeedReport {
    skipped = Map.copyOf(skipped);
    long unsent = skipped.values().stream().mapToLong(SkipCounts.Skipped::rows).sum();
    if (rows != sent + unsent) {
      throw new IllegalArgumentException(
          rows + " rows were read, but " + sent + " sent and " + unsent + " skipped");
    }
  }

  /** Rides sent per second. */
  public long rate() {
    return took.isZero() ? 0 : Math.round(sent * 1e9 / took.toNanos());
  }
}
