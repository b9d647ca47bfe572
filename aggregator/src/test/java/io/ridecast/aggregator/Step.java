package io.ridecast.aggregator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happens to an aggregator. Instants are given in quarters of an hour. */
sealed interface Step {

  /** What a record of rides holds. */
  sealed interface Content {}

  /**
   * A ride.
   *
   * @param community "" and "9" are not in the catalogue
   * @param start in quarters after the world's start; far outside for times that cannot be true
   * @param length in quarters; negative for an end before the start, null for none
   */
  record RideAt(String id, String community, int start, @Nullable Integer length)
      implements Content {}

  /** Bytes that no schema reads. */
  record Garbage() implements Content {}

  /** A record without value. */
  record Tombstone() implements Content {}

  /** A record by itself. */
  record Single(Content content) implements Step {}

  /** Records that came with one poll. */
  record Pack(List<Content> contents) implements Step {}

  /**
   * A watermark.
   *
   * @param ahead how many more records have to be read before it holds
   */
  record Watermark(String feed, int from, int until, int ahead, boolean retired) implements Step {}

  /** A second passes: open days are published. */
  record Second() implements Step {}

  /** The aggregator ends and another one goes on with its state. */
  record Restart() implements Step {}

  /** The instant that is so many quarters after the start. */
  static Instant at(Instant start, int quarters) {
    return start.plusSeconds(quarters * 900L);
  }
}
