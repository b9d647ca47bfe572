package io.ridecast.trainer.duty;

import io.ridecast.trainer.runs.Interruption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A run is given up once, and whoever waits in it hears of it at once. */
final class Abandonment implements Interruption {
  private final CountDownLatch happened = new CountDownLatch(1);

  void happen() {
    happened.countDown();
  }

  @Override
  public boolean abandoned() {
    return happened.getCount() == 0;
  }

  @Override
  public void pause(Duration time) {
    try {
      var unused = happened.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      happen(); // whoever interrupts a run's thread wants its end
    }
  }
}
