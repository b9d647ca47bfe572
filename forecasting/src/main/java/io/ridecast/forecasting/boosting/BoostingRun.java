package io.ridecast.forecasting.boosting;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;

/** Fits one booster per output. The same matrix, parameters and seed give the same ones. */
public final class BoostingRun {
  private final int threads;
  private final long seed;

  /**
   * A run.
   *
   * @param threads that fit at the same time, one booster each. A fit itself stays on one thread:
   *     XGBoost's own threads spin while they wait for each other, and where other work wants the
   *     processors two of them took eight times the CPU of one.
   * @param seed of the samples of rows and columns
   */
  public BoostingRun(int threads, long seed) {
    this.threads = threads;
    this.seed = seed;
  }

  /**
   * Fits all boosters.
   *
   * @param progress hears the share that is done, from 0 to 1, one call at a time
   * @throws BoostingFailure when XGBoost fails, is not there, or the thread is interrupted
   */
  public RatioBoosters fit(
      FeatureMatrix rows,
      BoostingParameters mean,
      BoostingParameters quantiles,
      DoubleConsumer progress) {
    Progress shared = new Progress(progress);
    ExecutorService executor =
        Executors.newFixedThreadPool(Math.min(threads, Output.all().size()), BoostingRun::thread);
    try {
      Map<Output, Future<byte[]>> fits = new EnumMap<>(Output.class);
      for (Output output : Output.all()) {
        BoostingParameters parameters = output == Output.MEAN ? mean : quantiles;
        fits.put(
            output,
            executor.submit(
                () -> new BoosterFit(output, parameters, seed).document(rows, shared::add)));
      }
      Map<Output, byte[]> documents = new EnumMap<>(Output.class);
      for (Map.Entry<Output, Future<byte[]>> fit : fits.entrySet()) {
        documents.put(fit.getKey(), fit.getValue().get());
      }
      return RatioBoosters.of(documents);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BoostingFailure("the training was interrupted", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (MalformedBooster e) {
      throw failure(e);
    } finally {
      executor.shutdownNow();
    }
  }

  private static BoostingFailure failure(Throwable cause) {
    return cause instanceof LinkageError
        ? BoostingFailure.ofMissingLibrary(cause)
        : new BoostingFailure("XGBoost cannot fit: " + cause.getMessage(), cause);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "boosting");
    thread.setDaemon(true);
    return thread;
  }

  /** Adds up what the fits have done. */
  private static final class Progress {
    private final DoubleConsumer listener;
    private int steps;

    Progress(DoubleConsumer listener) {
      this.listener = listener;
    }

    synchronized void add() {
      steps++;
      listener.accept((double) steps / (BoosterFit.STEPS * Output.all().size()));
    }
  }
}
