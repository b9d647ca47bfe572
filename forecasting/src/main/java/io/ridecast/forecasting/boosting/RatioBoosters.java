package io.ridecast.forecasting.boosting;

import io.ridecast.forecasting.features.FeatureList;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A booster for the mean and one for the quantiles, both of the ratio of rides to the base level.
 * Asked by XGBoost's in-place prediction, which is thread-safe.
 */
public final class RatioBoosters {
  /** Outputs of a row: mean, P10, P50, P90. */
  public static final int OUTPUTS = 4;

  private final byte[] meanDocument;
  private final byte[] quantileDocument;
  private final Booster mean;
  private final Booster quantiles;

  private RatioBoosters(byte[] meanDocument, byte[] quantileDocument) throws XGBoostError {
    this.meanDocument = meanDocument;
    this.quantileDocument = quantileDocument;
    mean = load(meanDocument);
    quantiles = load(quantileDocument);
  }

  /**
   * Boosters from their JSON documents, as {@link #meanDocument} and {@link #quantileDocument} give
   * them. The documents' structure is checked before the native loader sees them.
   *
   * @throws MalformedBooster for a document that is no booster of this feature list
   */
  public static RatioBoosters of(byte[] meanDocument, byte[] quantileDocument)
      throws MalformedBooster {
    BoosterDocument.check("mean", meanDocument, 1);
    BoosterDocument.check("quantiles", quantileDocument, OUTPUTS - 1);
    try {
      return new RatioBoosters(meanDocument.clone(), quantileDocument.clone());
    } catch (XGBoostError e) {
      throw new MalformedBooster("XGBoost refuses the booster: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw BoostingFailure.ofMissingLibrary(e);
    }
  }

  /** The mean's booster in XGBoost's JSON format. */
  public byte[] meanDocument() {
    return meanDocument.clone();
  }

  /** The quantiles' booster in XGBoost's JSON format. */
  public byte[] quantileDocument() {
    return quantileDocument.clone();
  }

  /**
   * Mean, P10, P50 and P90 of the ratio, row by row, one after the other: none below zero, the
   * quantiles sorted.
   *
   * @param rows features of {@code count} rows, one after the other; NaN is missing
   */
  public float[] predict(float[] rows, int count) {
    if (rows.length != count * FeatureList.size()) {
      throw new IllegalArgumentException(
          rows.length + " values are not " + count + " rows of " + FeatureList.size());
    }
    float[] ratios = new float[count * OUTPUTS];
    if (count == 0) {
      return ratios;
    }
    try {
      float[][] means = mean.inplace_predict(rows, count, FeatureList.size(), Float.NaN);
      float[][] levels = quantiles.inplace_predict(rows, count, FeatureList.size(), Float.NaN);
      for (int row = 0; row < count; row++) {
        int offset = row * OUTPUTS;
        ratios[offset] = means[row][0];
        System.arraycopy(levels[row], 0, ratios, offset + 1, OUTPUTS - 1);
        // Quantiles are learnt one by one and may cross: sorting them is never worse
        // (Chernozhukov, Fernandez-Val and Galichon, Econometrica 78, 2010).
        Arrays.sort(ratios, offset + 1, offset + OUTPUTS);
        for (int output = offset; output < offset + OUTPUTS; output++) {
          ratios[output] = Math.max(0, ratios[output]);
        }
      }
      return ratios;
    } catch (XGBoostError e) {
      throw new BoostingFailure("XGBoost cannot predict: " + e.getMessage(), e);
    }
  }

  private static Booster load(byte[] document) throws XGBoostError {
    try {
      return XGBoost.loadModel(document);
    } catch (java.io.IOException e) {
      throw new XGBoostError("not readable", e);
    }
  }
}
