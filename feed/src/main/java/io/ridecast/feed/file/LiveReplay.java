package io.ridecast.feed.file;

import io.ridecast.feed.live.HourOfRides;
import io.ridecast.records.Ride;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rides of a file's live part, held in memory and handed out by their start. */
final class LiveReplay implements HourOfRides {
  private final List<Ride> rides = new ArrayList<>();
  private boolean sorted = true;
  private int next;

  void add(Ride ride) {
    sorted &=
        rides.isEmpty()
            || !ride.getStartedAt().isBefore(rides.get(rides.size() - 1).getStartedAt());
    rides.add(ride);
  }

  /** Also hands out what began before {@code from} and was not handed out yet. */
  @Override
  public List<Ride> between(Instant from, Instant until) {
    if (!sorted) {
      rides.sort(Comparator.comparing(Ride::getStartedAt));
      sorted = true;
    }
    int first = next;
    while (next < rides.size() && rides.get(next).getStartedAt().isBefore(until)) {
      next++;
    }
    return rides.subList(first, next);
  }

  /** How many rides were not handed out. */
  int left() {
    return rides.size() - next;
  }
}
