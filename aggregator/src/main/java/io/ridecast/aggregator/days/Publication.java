package io.ridecast.aggregator.days;

import io.ridecast.records.DemandStatus;

/**
 * What was last said of one community's day.
 *
 * @param rides how many rides
 * @param revision 1 for the first, then one more each time; 0 if nothing was said yet
 */
public record Publication(int rides, int revision, DemandStatus status) {
  static final Publication NONE = new Publication(0, 0, DemandStatus.OPEN);

  /** What a closed day without rides was said to be, if nothing is noted of it. */
  static final Publication CLOSED_EMPTY = new Publication(0, 1, DemandStatus.CLOSED);

  /** The same revision, of so many rides. */
  Publication of(int otherRides) {
    return new Publication(otherRides, revision, status);
  }

  Publication next(int nextRides, DemandStatus nextStatus) {
    return new Publication(nextRides, revision + 1, nextStatus);
  }
}
