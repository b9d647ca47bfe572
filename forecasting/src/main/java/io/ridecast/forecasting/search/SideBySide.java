package io.ridecast.forecasting.search;

import io.ridecast.forecasting.boosting.BoostingFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does pieces of work at the same time, each on one thread, and gives what came in their order. */
final class SideBySide implements AutoCloseable {
  private final ExecutorService executor;

  SideBySide(int threads) {
    executor = Executors.newFixedThreadPool(threads, SideBySide::thread);
  }

  /**
   * The results, once all are there.
   *
   * @throws BoostingFailure for what failed, or when the thread is interrupted
   */
  <T> List<T> all(List<Callable<T>> work) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : executor.invokeAll(work)) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BoostingFailure("the search was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BoostingFailure failure) {
        throw failure;
      }
      throw new BoostingFailure("a trial cannot be fitted: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "search");
    thread.setDaemon(true);
    return thread;
  }
}
