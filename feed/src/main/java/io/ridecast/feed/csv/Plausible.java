package io.ridecast.feed.csv;

import java.time.Duration;
import java.time.Instant;

/**
 * The starts that can be true: from 2010 on, and no later than a day from now. The aggregator
 * rejects the others; here they only must not stretch the span that a file covers.
 *
 * @param latest the latest plausible start
 */
public record Plausible(Instant latest) {
  private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");

  /** The starts that are plausible at {@code now}. */
  public static Plausible at(Instant now) {
    return new Plausible(now.plus(Duration.ofDays(1)));
  }

  /** Whether a ride may have begun at {@code start}. */
  public boolean test(Instant start) {
    return !start.isBefore(EARLIEST) && !start.isAfter(latest);
  }
}
