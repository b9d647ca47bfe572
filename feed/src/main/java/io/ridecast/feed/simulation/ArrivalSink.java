package io.ridecast.feed.simulation;

import io.ridecast.records.Ride;

/** Takes simulated rides. */
@FunctionalInterface
interface ArrivalSink {

  /**
   * One arrival of a ride.
   *
   * @param arrivesAt when the operator's report of it comes in, in epoch milliseconds
   */
  void accept(Ride ride, long arrivesAt);
}
