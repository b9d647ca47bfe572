package io.ridecast.aggregator.rides;

import io.ridecast.records.Ride;
import java.time.Instant;

/**
 * All of a ride that counting needs.
 *
 * @param idDigest 64-bit digest of the ride's id
 * @param startedAt when it began, milliseconds since 1970
 * @param community where it began, as {@link CommunityNumber} reads it
 * @param endedAt when it ended, milliseconds since 1970; {@link #NO_END} if unknown
 */
public record RideHead(long idDigest, long startedAt, int community, long endedAt) {
  public static final long NO_END = Long.MIN_VALUE;

  /** The head of a whole ride. */
  public static RideHead of(Ride ride) {
    Instant end = ride.getEndedAt();
    return new RideHead(
        IdDigest.of(ride.getRideId()),
        ride.getStartedAt().toEpochMilli(),
        CommunityNumber.of(ride.getCommunity()),
        end == null ? NO_END : end.toEpochMilli());
  }

  /** Whether the ride says when it ended. */
  public boolean hasEnd() {
    return endedAt != NO_END;
  }
}
