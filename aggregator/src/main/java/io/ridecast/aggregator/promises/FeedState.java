package io.ridecast.aggregator.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a feed.
 *
 * @param completeFrom start of the span that is complete; null if none is
 * @param completeUntil its end, exclusive; it never goes back
 * @param loadingUntil the latest end of history that the feed has announced
 * @param retired whether no day waits for the feed any more
 */
public record FeedState(
    @Nullable Instant completeFrom,
    @Nullable Instant completeUntil,
    @Nullable Instant loadingUntil,
    boolean retired) {
  static final FeedState NONE = new FeedState(null, null, null, false);

  /** An announcement holds at once: it promises nothing, but its feed is there. */
  FeedState announced(FeedPromise promise) {
    return new FeedState(
        completeFrom,
        completeUntil,
        later(loadingUntil, promise.loadingUntil()),
        retired && promise.retired());
  }

  /**
   * A promise whose rides have all been read. A span that lies apart from the one before leaves a
   * gap, of which nothing is promised: then only the later end counts. With its last promise a feed
   * may retire.
   */
  FeedState fulfilled(FeedPromise promise) {
    Instant from = promise.completeFrom();
    Instant until = promise.completeUntil();
    if (from == null || until == null) {
      return new FeedState(completeFrom, completeUntil, loadingUntil, promise.retired());
    }
    if (completeFrom == null || completeUntil == null) {
      return new FeedState(from, until, loadingUntil, promise.retired());
    }
    boolean gap = until.isBefore(completeFrom);
    boolean earlier = from.isBefore(completeFrom) && !gap;
    return new FeedState(
        earlier ? from : completeFrom,
        later(completeUntil, until),
        loadingUntil,
        promise.retired());
  }

  /** Whether announced history is still to come. */
  boolean isLoading() {
    return !retired
        && loadingUntil != null
        && (completeUntil == null || completeUntil.isBefore(loadingUntil));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
