package io.ridecast.forecasting.boosting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Fits the booster of one objective, on the calling thread alone. */
final class BoosterFit {
  /** Parts that a fit reports, and between which it can be interrupted. */
  static final int STEPS = 8;

  private final Map<String, Object> settings;
  private final int rounds;

  BoosterFit(Map<String, Object> objective, BoostingParameters parameters, long seed) {
    rounds = parameters.rounds();
    settings = new HashMap<>(objective);
    settings.put("base_score", 1.0);
    settings.put("tree_method", "hist");
    settings.put("eta", parameters.eta());
    settings.put("max_depth", parameters.maxDepth());
    settings.put("min_child_weight", parameters.minChildWeight());
    settings.put("subsample", parameters.subsample());
    settings.put("colsample_bytree", parameters.columnSample());
    settings.put("lambda", parameters.lambda());
    settings.put("max_bin", parameters.maxBins());
    settings.put("nthread", 1);
    settings.put("seed", seed);
    settings.put("verbosity", 0);
  }

  /** XGBoost's settings, free to be added to. */
  Map<String, Object> settings() {
    return new HashMap<>(settings);
  }

  /** The booster in XGBoost's JSON format. */
  byte[] document(FeatureMatrix rows, Runnable step) throws XGBoostError, InterruptedException {
    // A matrix of its own: XGBoost fills a matrix' caches while it fits.
    VaryingColumns columns = rows.varying();
    DMatrix matrix = rows.toNative(columns);
    try {
      return columns.widened(document(matrix, step));
    } catch (IOException e) {
      throw new XGBoostError("cannot widen the booster", e);
    } finally {
      matrix.dispose();
    }
  }

  private byte[] document(DMatrix matrix, Runnable step) throws XGBoostError, InterruptedException {
    Booster booster = fit(matrix, rounds / STEPS + rounds % STEPS, null);
    try {
      step.run();
      for (int part = 1; part < STEPS; part++) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted in step " + part + " of " + STEPS);
        }
        if (rounds >= STEPS) {
          booster = fit(matrix, rounds / STEPS, booster);
        }
        step.run();
      }
      ByteArrayOutputStream document = new ByteArrayOutputStream();
      booster.saveModel(document, "json");
      return document.toByteArray();
    } catch (IOException e) {
      throw new XGBoostError("cannot write the booster", e);
    } finally {
      booster.dispose();
    }
  }

  private Booster fit(DMatrix matrix, int more, @org.jspecify.annotations.Nullable Booster booster)
      throws XGBoostError {
    return XGBoost.train(matrix, settings, more, new HashMap<>(), null, null, null, 0, booster);
  }
}
