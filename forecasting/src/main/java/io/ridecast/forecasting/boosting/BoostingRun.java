package io.ridecast.forecasting.boosting;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.DoubleConsumer;
import ml.dmlc.xgboost4j.java.XGBoostError;

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
   * @param progress hears the share that is done, from 0 to 1, on the calling thread
   * @throws BoostingFailure when XGBoost fails, is not there, or the thread is interrupted
   */
  public RatioBoosters fit(
      FeatureMatrix rows,
      BoostingParameters mean,
      BoostingParameters quantiles,
      DoubleConsumer progress) {
    LeadFits leads = LeadFits.of(rows);
    Reports reports = new Reports(leads.steps() * Output.all().size());
    ExecutorService executor =
        Executors.newFixedThreadPool(Math.min(threads, Output.all().size()), BoostingRun::thread);
    try {
      Map<Output, Future<byte[]>> fits = new EnumMap<>(Output.class);
      for (Output output : Output.all()) {
        BoostingParameters grown = output == Output.MEAN ? mean : quantiles;
        fits.put(
            output,
            executor.submit(() -> reports.of(step -> leads.document(output, grown, seed, step))));
      }
      reports.pass(progress);
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

  /** Takes what the fits report to the thread that asked for them. */
  private static final class Reports {
    private enum Report {
      STEP,
      END
    }

    /** A fit that tells its steps. */
    @FunctionalInterface
    interface Fit {
      byte[] document(Runnable step) throws XGBoostError, InterruptedException;
    }

    private final BlockingQueue<Report> queue = new LinkedBlockingQueue<>();
    private final int allSteps;

    /** Reports of fits that take so many steps together. */
    Reports(int allSteps) {
      this.allSteps = allSteps;
    }

    byte[] of(Fit fit) throws XGBoostError, InterruptedException {
      try {
        return fit.document(() -> queue.add(Report.STEP));
      } finally {
        queue.add(Report.END);
      }
    }

    /** Returns once every fit has ended, well or badly. */
    void pass(DoubleConsumer progress) throws InterruptedException {
      int steps = 0;
      int ends = 0;
      while (ends < Output.all().size()) {
        if (queue.take() == Report.END) {
          ends++;
        } else {
          steps++;
          progress.accept((double) steps / allSteps);
        }
      }
    }
  }
}
