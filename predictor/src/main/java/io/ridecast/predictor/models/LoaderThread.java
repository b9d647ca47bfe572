package io.ridecast.predictor.models;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread that fetches and verifies models, so that no stream thread waits for it. */
public final class LoaderThread implements ModelLoader.Worker, AutoCloseable {
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "predictor-models");
            thread.setDaemon(true);
            return thread;
          });

  /** An idle thread. */
  public LoaderThread() {}

  @Override
  public void run(Runnable task, Duration after) {
    var unused = executor.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
