package io.ridecast.aggregator.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a feed.
 *
 * @param completeFrom start of the span that is complete; null if none is
 * @param completeUntil its end, exclusive; it never goes back
 * @param loadingUntil the latest end of history that the feed has announced
 */
public record FeedState(
    @Nullable Instant completeFrom,
    @Nullable Instant completeUntil,
    @Nullable Instant loadingUntil) {
  static final FeedState NONE = new FeedState(null, null, null);

  /** An announcement holds at once: it promises nothing. */
  FeedState announced(FeedPromise promise) {
    return new FeedState(completeFrom, completeUntil, later(loadingUntil, promise.loadingUntil()));
  }

  /**
   * A promise whose rides have all been read. A span that lies apart from the one before leaves a
   * gap, of which nothing is promised: then only the later end counts.
   */
  FeedState fulfilled(FeedPromise promise) {
    Instant from = promise.completeFrom();
    Instant until = promise.completeUntil();
    if (from == null || until == null) {
      return this;
    }
    if (completeFrom == null || completeUntil == null) {
      return new FeedState(from, until, loadingUntil);
    }
    boolean gap = until.isBefore(completeFrom);
    boolean earlier = from.isBefore(completeFrom) && !gap;
    return new FeedState(earlier ? from : completeFrom, later(completeUntil, until), loadingUntil);
  }

  /** Whether announced history is still to come. */
  boolean isLoading() {
    return loadingUntil != null && (completeUntil == null || completeUntil.isBefore(loadingUntil));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
