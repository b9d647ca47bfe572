package io.ridecast.local.demo;

import io.ridecast.feed.pace.Pace;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * Another pace that begins only when it is told to: live days are worth watching with forecasts.
 */
final class PaceFromStart implements Pace {
  private final Pace pace;
  private final CountDownLatch started = new CountDownLatch(1);

  PaceFromStart(Pace pace) {
    this.pace = pace;
  }

  /** Lets business time pass from now on. */
  void start() {
    started.countDown();
  }

  @Override
  public boolean reach(Instant business) {
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return pace.reach(business);
  }

  @Override
  public void stop() {
    pace.stop();
    started.countDown();
  }

  @Override
  public boolean stopped() {
    return pace.stopped();
  }
}
