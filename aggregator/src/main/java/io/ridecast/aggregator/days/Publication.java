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

  /** What a closed day is said to be of which nothing was said before, where scooters stand. */
  static Publication plainClose(int rides) {
    return new Publication(rides, 1, DemandStatus.CLOSED);
  }

  /** Whether it follows from the day being closed, and from its rides. */
  boolean isPlainClose() {
    return revision == 1 && status == DemandStatus.CLOSED;
  }

  /** The same revision, of so many rides. */
  Publication of(int otherRides) {
    return new Publication(otherRides, revision, status);
  }

  Publication next(int nextRides, DemandStatus nextStatus) {
    return new Publication(nextRides, revision + 1, nextStatus);
  }
}
