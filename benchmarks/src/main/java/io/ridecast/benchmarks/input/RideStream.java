package io.ridecast.benchmarks.input;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.records.Ride;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;

/**
 * The same rides each time: in order but for 1 % that come up to 10 days late; 2 % are duplicates,
 * half of one of the last 100 rides, half of any ride whose day can still be revised.
 */
final class RideStream implements Iterator<Ride> {
  private static final double NEAR_DUPLICATES = 0.01;
  private static final double FAR_DUPLICATES = 0.02;
  private static final double LATE = 0.03;
  private static final int NEAR = 100;
  private static final Duration LATEST = Duration.ofDays(10);

  /** A day short of the revision window: behind it a duplicate is too late. */
  private static final Duration REVISABLE = Duration.ofDays(13);

  private static final List<String> VENDORS = List.of("bird", "lime", "spin");

  private final Random random = new Random(7);
  private final Scenario scenario;
  private final List<Community> communities;
  private final Zipf zipf;
  private final RecentRides recent;
  private int next;

  RideStream(Scenario scenario) {
    this.scenario = scenario;
    this.communities = scenario.catalogue().communities();
    this.zipf = new Zipf(communities.size());
    long window = REVISABLE.toDays() * scenario.rides() / scenario.days();
    this.recent = new RecentRides((int) Math.min(window, 200_000));
  }

  @Override
  public boolean hasNext() {
    return next < scenario.rides();
  }

  @Override
  public Ride next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Instant now = now();
    next++;
    double dice = recent.size() < NEAR ? 1 : random.nextDouble();
    if (dice < NEAR_DUPLICATES) {
      return recent.oneOfLast(NEAR, now.minus(REVISABLE), random);
    }
    if (dice < FAR_DUPLICATES) {
      return recent.oneOfLast(recent.size(), now.minus(REVISABLE), random);
    }
    Ride ride = ride(dice < LATE ? late(now) : now);
    recent.add(ride);
    return ride;
  }

  /** When the next ride begins if it is not late. */
  Instant now() {
    long span = Duration.between(scenario.start(), scenario.end()).toMillis();
    return scenario.start().plusMillis(span * next / scenario.rides());
  }

  private Instant late(Instant now) {
    Instant start = now.minusMillis((long) (random.nextDouble() * LATEST.toMillis()));
    return start.isBefore(scenario.start()) ? scenario.start() : start;
  }

  private Ride ride(Instant start) {
    return Ride.newBuilder()
        .setRideId(new UUID(random.nextLong(), random.nextLong()).toString())
        .setStartedAt(start)
        .setCommunity(community())
        .setEndedAt(start.plusSeconds(120 + random.nextInt(2_400)))
        .setEndCommunity(community())
        .setVendor(VENDORS.get(random.nextInt(VENDORS.size())))
        .setDistanceM(200 + random.nextInt(5_000))
        .setFeed(InputWalk.FEED)
        .build();
  }

  private String community() {
    return communities.get(zipf.draw(random)).key();
  }
}
