package io.ridecast.feed.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A business day takes always the same wall time, and business time never overtakes the wall clock:
 * what has not happened yet is not sent.
 */
public final class SteadyPace implements Pace {
  private static final double NANOS_PER_DAY = Duration.ofDays(1).toNanos();

  private final InstantSource wall;
  private final double wallPerBusiness;
  private final CountDownLatch stop = new CountDownLatch(1);
  private @Nullable Instant businessOrigin;
  private Instant wallOrigin = Instant.EPOCH;

  /**
   * @param day wall time of a business day; zero for as fast as possible
   */
  public SteadyPace(InstantSource wall, Duration day) {
    if (day.isNegative()) {
      throw new IllegalArgumentException("a business day cannot last " + day);
    }
    this.wall = wall;
    this.wallPerBusiness = day.toNanos() / NANOS_PER_DAY;
  }

  @Override
  public boolean reach(Instant business) {
    if (businessOrigin == null) {
      businessOrigin = business;
      wallOrigin = wall.instant();
    }
    Duration passed = Duration.between(businessOrigin, business);
    Instant due = wallOrigin.plusNanos(Math.round(passed.toMillis() * 1e6 * wallPerBusiness));
    return waitUntil(due.isBefore(business) ? business : due);
  }

  @Override
  public void stop() {
    stop.countDown();
  }

  @Override
  public boolean stopped() {
    return stop.getCount() == 0;
  }

  private boolean waitUntil(Instant due) {
    Duration wait = Duration.between(wall.instant(), due);
    try {
      // A latch rather than a sleep: stop() ends the wait at once.
      long millis = Math.max(0, wait.toMillis() + 1);
      return !stop.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
