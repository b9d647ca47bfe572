package io.ridecast.aggregator.rides;

/**
 * All of a ride that counting needs.
 *
 * @param idDigest 64-bit digest of the ride's id
 * @param startedAt when it began, milliseconds since 1970
 * @param community number of the community area where it began; empty if unknown
 * @param endedAt when it ended, milliseconds since 1970; {@link #NO_END} if unknown
 */
public record RideHead(long idDigest, long startedAt, String community, long endedAt) {
  public static final long NO_END = Long.MIN_VALUE;

  /** Whether the ride says when it ended. */
  public boolean hasEnd() {
    return endedAt != NO_END;
  }
}
