package io.ridecast.forecasting.boosting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Fits boosters to a matrix. The same matrix, parameters, threads and seed give the same ones. */
public final class BoostingRun {
  private static final int CHUNKS = 8;
  private static final double GREATEST_POISSON_STEP = 0.7;

  private final int threads;
  private final long seed;

  /**
   * A run.
   *
   * @param threads that XGBoost may use, at least 1
   * @param seed of its samples of rows and columns
   */
  public BoostingRun(int threads, long seed) {
    this.threads = threads;
    this.seed = seed;
  }

  /**
   * Fits both boosters. The mean's is a Poisson regression of the ratio with the base level as
   * weight, which has the gradients of rides with log(base) as margin; the quantiles' minimises the
   * pinball loss of the ratio with the same weight, so that the median's loss is the WAPE's.
   *
   * @param progress hears the share that is done, from 0 to 1
   * @throws BoostingFailure when XGBoost fails or is not there
   */
  public RatioBoosters fit(
      FeatureMatrix rows,
      BoostingParameters mean,
      BoostingParameters quantiles,
      DoubleConsumer progress) {
    try {
      DMatrix matrix = rows.toNative();
      try {
        byte[] meanDocument = fit(matrix, meanSettings(mean), mean.rounds(), 0, 0.25, progress);
        byte[] quantileDocument =
            fit(matrix, quantileSettings(quantiles), quantiles.rounds(), 0.25, 0.75, progress);
        return RatioBoosters.of(meanDocument, quantileDocument);
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError | MalformedBooster e) {
      throw new BoostingFailure("XGBoost cannot fit: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw BoostingFailure.ofMissingLibrary(e);
    }
  }

  private static byte[] fit(
      DMatrix matrix,
      Map<String, Object> settings,
      int rounds,
      double doneBefore,
      double share,
      DoubleConsumer progress)
      throws XGBoostError {
    Booster booster = null;
    int done = 0;
    for (int chunk = 1; chunk <= CHUNKS; chunk++) {
      int until = rounds * chunk / CHUNKS;
      if (until > done) {
        booster =
            XGBoost.train(
                matrix, settings, until - done, new HashMap<>(), null, null, null, 0, booster);
        done = until;
      }
      progress.accept(doneBefore + share * chunk / CHUNKS);
    }
    if (booster == null) {
      throw new XGBoostError("no round was asked for");
    }
    try {
      ByteArrayOutputStream document = new ByteArrayOutputStream();
      booster.saveModel(document, "json");
      return document.toByteArray();
    } catch (IOException e) {
      throw new XGBoostError("cannot write the booster", e);
    } finally {
      booster.dispose();
    }
  }

  private Map<String, Object> meanSettings(BoostingParameters parameters) {
    Map<String, Object> settings = settings(parameters);
    settings.put("objective", "count:poisson");
    settings.put("max_delta_step", GREATEST_POISSON_STEP);
    settings.put("base_score", 1.0);
    return settings;
  }

  private Map<String, Object> quantileSettings(BoostingParameters parameters) {
    Map<String, Object> settings = settings(parameters);
    settings.put("objective", "reg:quantileerror");
    settings.put("quantile_alpha", "[0.1,0.5,0.9]");
    settings.put("base_score", 1.0);
    return settings;
  }

  private Map<String, Object> settings(BoostingParameters parameters) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("tree_method", "hist");
    settings.put("eta", parameters.eta());
    settings.put("max_depth", parameters.maxDepth());
    settings.put("min_child_weight", parameters.minChildWeight());
    settings.put("subsample", parameters.subsample());
    settings.put("colsample_bytree", parameters.columnSample());
    settings.put("lambda", parameters.lambda());
    settings.put("max_bin", parameters.maxBins());
    settings.put("nthread", threads);
    settings.put("seed", seed);
    settings.put("verbosity", 0);
    return settings;
  }
}
