package io.ridecast.feed.report;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Sums live hours up to a line a day. */
final class LiveDays {
  private static final int HOURS = 24;

  private int hours;
  private long rides;

  /** One more hour; a line when that makes a day. */
  Optional<String> add(Instant until, long more) {
    hours++;
    rides += more;
    if (hours < HOURS) {
      return Optional.empty();
    }
    String line = String.format(Locale.ROOT, "live until %s: %,d rides in a day", until, rides);
    hours = 0;
    rides = 0;
    return Optional.of(line);
  }
}
