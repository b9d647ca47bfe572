package io.ridecast.aggregator.promises;

import io.ridecast.records.RideWatermark;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feed's word on one partition: the rides that began in [completeFrom, completeUntil) have all
 * been sent, and end before an offset.
 *
 * @param completeFrom null while nothing is promised yet
 * @param completeUntil exclusive; null while nothing is promised yet
 * @param ridesOffset the promise holds for a reader that has got to this offset
 * @param loadingUntil end of the history that the feed is sending; null if it is live
 * @param retired whether the feed has ended for good, so that no day waits for it any more
 */
public record FeedPromise(
    String feed,
    @Nullable Instant completeFrom,
    @Nullable Instant completeUntil,
    long ridesOffset,
    @Nullable Instant loadingUntil,
    boolean retired) {

  /** What a watermark says. */
  public static FeedPromise of(RideWatermark watermark) {
    return new FeedPromise(
        watermark.getFeed(),
        watermark.getCompleteFrom(),
        watermark.getCompleteUntil(),
        watermark.getRidesOffset(),
        watermark.getLoadingUntil(),
        watermark.getRetired());
  }

  /**
   * What is wrong with it; empty if it can be kept.
   *
   * @param appendedAt when the broker got it
   */
  public Optional<String> objection(Instant appendedAt) {
    if (feed.isEmpty()) {
      return Optional.of("it names no feed");
    }
    if ((completeFrom == null) != (completeUntil == null)) {
      return Optional.of("it has one of complete_from and complete_until without the other");
    }
    if (completeFrom == null || completeUntil == null) {
      return Optional.empty();
    }
    if (completeUntil.isBefore(completeFrom)) {
      return Optional.of("complete_until " + completeUntil + " is before " + completeFrom);
    }
    return PromiseBounds.objection(completeFrom, completeUntil, appendedAt);
  }
}
