package io.ridecast.feed.file;

import io.ridecast.feed.sending.Promise;
import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of a file's rides earlier runs have certainly sent. The last promised day is sent again,
 * whole: it may have been promised by another file that ended within it, and a ride sent twice is
 * counted once.
 *
 * @param sentFrom start of the span that needs no sending
 * @param sentUntil its end, exclusive; before {@code sentFrom} when there is none
 * @param complete whether earlier runs have promised all that the files hold
 * @param backfill whether the files reach back before what was promised
 */
record Resumption(Instant sentFrom, Instant sentUntil, boolean complete, boolean backfill) {
  static Resumption of(Optional<Promise> earlier, Promise files, ServiceDay days, Duration grace) {
    return earlier
        .map(promise -> after(promise, files, days, grace))
        .orElse(new Resumption(Instant.MAX, Instant.MIN, false, false));
  }

  /** The same, but all of the files' rides are sent. */
  Resumption again() {
    return new Resumption(Instant.MAX, Instant.MIN, false, backfill);
  }

  /** Whether a ride of this start was sent and promised before. */
  boolean alreadySent(Instant start) {
    return start.isBefore(sentUntil) && !start.isBefore(sentFrom);
  }

  /** Where sending goes on, if earlier runs have sent anything. */
  Optional<Instant> from() {
    return sentUntil.isAfter(sentFrom) ? Optional.of(sentUntil) : Optional.empty();
  }

  private static Resumption after(Promise earlier, Promise files, ServiceDay days, Duration grace) {
    boolean backfill = files.from().isBefore(earlier.from());
    Instant lastPromised = earlier.until().minus(grace).minusMillis(1);
    return new Resumption(
        earlier.from(),
        days.start(days.of(lastPromised)),
        !backfill && !earlier.until().isBefore(files.until()),
        backfill);
  }
}
