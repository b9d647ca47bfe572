package io.ridecast.aggregator.rides;

import io.ridecast.records.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * Whether a ride's times can be true. It asks only the ride and when it arrived, so a replay gives
 * the same answer.
 */
public final class RideCheck {
  /** No shared scooter was on any street before. */
  public static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");

  /** How far a sender's clock may be ahead of the broker's. */
  public static final Duration AHEAD = Duration.ofDays(1);

  private static final long EARLIEST_MILLIS = EARLIEST.toEpochMilli();
  private static final long AHEAD_MILLIS = AHEAD.toMillis();

  private final ZoneId zone;

  public RideCheck(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Why the ride cannot be true; null if it can.
   *
   * @param appendedAt when the broker got it, milliseconds since 1970
   */
  public @Nullable Rejected objection(RideHead ride, long appendedAt) {
    if (ride.startedAt() < EARLIEST_MILLIS || ride.startedAt() > appendedAt + AHEAD_MILLIS) {
      return new Rejected(
          RejectionReason.IMPLAUSIBLE_TIME,
          "it began at %s; plausible is %s to %s, a day after its arrival"
              .formatted(
                  text(ride.startedAt()), EARLIEST, Instant.ofEpochMilli(appendedAt).plus(AHEAD)));
    }
    if (ride.hasEnd() && ride.endedAt() < ride.startedAt() && !isRepeatedHour(ride)) {
      return new Rejected(
          RejectionReason.END_BEFORE_START,
          "it ended at %s, before it began at %s"
              .formatted(text(ride.endedAt()), text(ride.startedAt())));
    }
    return null;
  }

  /**
   * When summer time ends, an hour comes twice on the clock, and a sender that takes it for the
   * first one each time reports an end that precedes the start by up to that hour.
   */
  private boolean isRepeatedHour(RideHead ride) {
    if (ride.endedAt() < EARLIEST_MILLIS) {
      return false;
    }
    LocalDateTime end = LocalDateTime.ofInstant(Instant.ofEpochMilli(ride.endedAt()), zone);
    ZoneOffsetTransition change = zone.getRules().getTransition(end);
    return change != null
        && change.isOverlap()
        && ride.endedAt() - change.getDuration().toMillis() >= ride.startedAt();
  }

  private static String text(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
