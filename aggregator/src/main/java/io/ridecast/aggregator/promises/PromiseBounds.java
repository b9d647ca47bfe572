package io.ridecast.aggregator.promises;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which times a promise may speak of. One wrong watermark could otherwise publish every day from
 * 1970 on, or close all days of years to come.
 */
final class PromiseBounds {
  static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");

  /** A file's promise reaches to the end of its last day and some hours more. */
  static final Duration AHEAD = Duration.ofDays(2);

  private PromiseBounds() {}

  static Optional<String> objection(Instant from, Instant until, Instant appendedAt) {
    if (from.isBefore(EARLIEST)) {
      return Optional.of("complete_from " + from + " is before " + EARLIEST);
    }
    if (until.isAfter(appendedAt.plus(AHEAD))) {
      return Optional.of(
          "complete_until %s is more than %d days after its arrival at %s"
              .formatted(until, AHEAD.toDays(), appendedAt));
    }
    return Optional.empty();
  }
}
