package io.ridecast.forecasting.boosting;

import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees of squared error on any columns, as tutorials fit them: what to compare a model
 * with. Thread-safe once fitted.
 */
public final class PlainTrees {
  private static final Map<String, Object> SQUARED_ERROR = Map.of("objective", "reg:squarederror");

  private final Booster booster;
  private final int columns;

  private PlainTrees(Booster booster, int columns) {
    this.booster = booster;
    this.columns = columns;
  }

  /**
   * Fits on the calling thread.
   *
   * @throws BoostingFailure when XGBoost fails, is not there, or the thread is interrupted
   */
  public static PlainTrees fit(FeatureMatrix rows, BoostingParameters parameters, long seed) {
    try {
      byte[] document = new BoosterFit(SQUARED_ERROR, parameters, seed).document(rows, () -> {});
      return new PlainTrees(RatioBoosters.load(document), rows.columns());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BoostingFailure("the fit was interrupted", e);
    } catch (XGBoostError e) {
      throw new BoostingFailure("XGBoost cannot fit: " + e.getMessage(), e);
    }
  }

  /** The answer of each of {@code count} rows, none below zero. */
  public double[] predict(float[] rows, int count) {
    double[] answers = new double[count];
    if (count == 0) {
      return answers;
    }
    try {
      float[][] raw = booster.inplace_predict(rows, count, columns, Float.NaN);
      for (int row = 0; row < count; row++) {
        answers[row] = Math.max(0, raw[row][0]);
      }
      return answers;
    } catch (XGBoostError e) {
      throw new BoostingFailure("XGBoost cannot predict: " + e.getMessage(), e);
    }
  }
}
