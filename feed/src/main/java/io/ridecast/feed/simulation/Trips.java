package io.ridecast.feed.simulation;

import io.ridecast.records.Ride;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Makes the reports of single rides, with the flaws of real ones: some lack the area, a few come in
 * late or twice, and a few end before they began.
 */
final class Trips {
  private static final double NO_AREA = 0.0014;
  private static final double LATE = 0.003;
  private static final double TWICE = 0.002;
  private static final double ENDS_TOO_EARLY = 0.0003;
  private static final long HOUR = 3_600_000;
  private static final int LATEST_HOURS = 47;
  private static final double MEDIAN_SECONDS = 560;
  private static final double SPREAD = 0.75;
  private static final double LONGEST_SECONDS = 3 * 3600;
  private static final double METRES_PER_SECOND = 2.6;

  /** Every report comes in at most this many days after the ride's own. */
  static final int LATEST_DAYS = 2;

  private final String feed;
  private final NearbyAreas areas;

  Trips(String feed, NearbyAreas areas) {
    this.feed = feed;
    this.areas = areas;
  }

  /** Makes one ride that began in {@code community} at {@code startedAt} (epoch milliseconds). */
  void make(String community, long startedAt, SplittableRandom random, ArrivalSink sink) {
    double seconds =
        Math.min(LONGEST_SECONDS, MEDIAN_SECONDS * Math.exp(SPREAD * random.nextGaussian()));
    double sign = random.nextDouble() < ENDS_TOO_EARLY ? -1 : 1;
    double speed = METRES_PER_SECOND * random.nextDouble(0.5, 1.2);
    Ride ride =
        new Ride(
            new UUID(random.nextLong(), random.nextLong()).toString(),
            Instant.ofEpochMilli(startedAt),
            random.nextDouble() < NO_AREA ? "" : community,
            Instant.ofEpochMilli(startedAt + 1000 * (long) (sign * seconds)),
            areas.end(community, random),
            vendor(random.nextDouble()),
            (int) (seconds * speed),
            feed);
    long arrivesAt = startedAt;
    if (random.nextDouble() < LATE) {
      arrivesAt += random.nextInt(1, LATEST_HOURS) * HOUR;
    }
    sink.accept(ride, arrivesAt);
    if (random.nextDouble() < TWICE) {
      sink.accept(ride, arrivesAt + random.nextInt(2) * HOUR);
    }
  }

  private static String vendor(double share) {
    return share < 0.46 ? "lime" : share < 0.74 ? "bird" : "spin";
  }
}
