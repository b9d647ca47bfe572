package io.ridecast.benchmarks.input;

import io.ridecast.records.Ride;
import java.time.Instant;
import java.util.Random;

/** The last so many rides, to be sent again. */
final class RecentRides {
  private final Ride[] rides;
  private long added;

  RecentRides(int most) {
    this.rides = new Ride[Math.max(most, 1)];
  }

  void add(Ride ride) {
    rides[(int) (added++ % rides.length)] = ride;
  }

  int size() {
    return (int) Math.min(added, rides.length);
  }

  /** One of the last {@code last} rides, of those that began at {@code earliest} or later. */
  Ride oneOfLast(int last, Instant earliest, Random random) {
    Ride ride;
    do {
      long place = added - 1 - random.nextInt(Math.min(last, size()));
      ride = rides[(int) (place % rides.length)];
    } while (ride.getStartedAt().isBefore(earliest));
    return ride;
  }
}
