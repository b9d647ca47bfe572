package io.ridecast.feed.live;

import io.ridecast.records.Ride;
import java.time.Instant;
import java.util.List;

/** Where live rides come from. */
@FunctionalInterface
public interface HourOfRides {

  /** The rides that become known from {@code from} to before {@code until}; asked for in order. */
  List<Ride> between(Instant from, Instant until);
}
