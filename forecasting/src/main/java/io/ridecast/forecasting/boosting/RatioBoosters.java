package io.ridecast.forecasting.boosting;

import io.ridecast.forecasting.features.FeatureList;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A booster for each output, all of the ratio of rides to the base level. Asked by XGBoost's
 * in-place prediction, which is thread-safe.
 */
public final class RatioBoosters {
  /** Answers of a row: mean, P10, P50, P90. */
  public static final int OUTPUTS = Output.all().size();

  private final Map<Output, byte[]> documents = new EnumMap<>(Output.class);
  private final Booster[] boosters = new Booster[OUTPUTS];

  private RatioBoosters(Map<Output, byte[]> documents) throws XGBoostError {
    for (int output = 0; output < OUTPUTS; output++) {
      byte[] document = documents.get(Output.all().get(output));
      if (document == null) {
        throw new XGBoostError("no booster for " + Output.all().get(output).label());
      }
      this.documents.put(Output.all().get(output), document.clone());
      boosters[output] = load(document);
    }
  }

  /**
   * Boosters from their documents in XGBoost's JSON format. Their structure is checked before the
   * native loader sees them.
   *
   * @throws MalformedBooster for a document that is no booster of this feature list
   * @throws BoostingFailure when XGBoost's native library is not there
   */
  public static RatioBoosters of(Map<Output, byte[]> documents) throws MalformedBooster {
    for (Map.Entry<Output, byte[]> document : documents.entrySet()) {
      BoosterDocument.check(document.getKey().label(), document.getValue());
    }
    try {
      return new RatioBoosters(documents);
    } catch (XGBoostError e) {
      throw new MalformedBooster("XGBoost refuses the booster: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw BoostingFailure.ofMissingLibrary(e);
    }
  }

  /** A booster in XGBoost's JSON format. */
  public byte[] document(Output output) {
    return documents.getOrDefault(output, new byte[0]).clone();
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
      for (int output = 0; output < OUTPUTS; output++) {
        float[][] answers =
            boosters[output].inplace_predict(rows, count, FeatureList.size(), Float.NaN);
        for (int row = 0; row < count; row++) {
          ratios[row * OUTPUTS + output] = Math.max(0, answers[row][0]);
        }
      }
    } catch (XGBoostError e) {
      throw new BoostingFailure("XGBoost cannot predict: " + e.getMessage(), e);
    }
    for (int row = 0; row < count; row++) {
      // Quantiles are learnt one by one and may cross: sorting them is never worse (Chernozhukov,
      // Fernandez-Val and Galichon, Econometrica 78, 2010).
      Arrays.sort(ratios, row * OUTPUTS + 1, (row + 1) * OUTPUTS);
    }
    return ratios;
  }

  static Booster load(byte[] document) throws XGBoostError {
    try {
      Booster booster = XGBoost.loadModel(document);
      // A batch takes a millisecond on one thread; on more, threads that wait for each other cost
      // fifty times that as soon as other work wants the processors. Callers scale it by threads.
      booster.setParam("nthread", 1);
      return booster;
    } catch (IOException e) {
      throw new XGBoostError("not readable", e);
    }
  }
}
