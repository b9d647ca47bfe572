package io.ridecast.forecasting.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Fits one output and looks at other rows after each tree; the booster itself is let go. */
public final class ValidatedFit {
  private final Output output;
  private final BoostingParameters parameters;
  private final long seed;
  private final int patience;

  /**
   * A fit, on the calling thread alone.
   *
   * @param patience ends the fit once so many trees brought nothing
   */
  public ValidatedFit(Output output, BoostingParameters parameters, long seed, int patience) {
    this.output = output;
    this.parameters = parameters;
    this.seed = seed;
    this.patience = patience;
  }

  /**
   * Fits on {@code rows} and judges by {@code others}.
   *
   * @throws BoostingFailure when XGBoost fails or is not there
   */
  public LearningCurve curve(FeatureMatrix rows, FeatureMatrix others) {
    try {
      VaryingColumns columns = rows.varying();
      DMatrix train = rows.toNative(columns);
      try {
        DMatrix validation = others.toNative(columns);
        try {
          return curve(train, validation, others, parameters.forRows(rows.rows()));
        } finally {
          validation.dispose();
        }
      } finally {
        train.dispose();
      }
    } catch (XGBoostError e) {
      throw new BoostingFailure("XGBoost cannot fit: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw BoostingFailure.ofMissingLibrary(e);
    }
  }

  private LearningCurve curve(
      DMatrix train, DMatrix validation, FeatureMatrix others, BoostingParameters grown)
      throws XGBoostError {
    Map<String, Object> settings = new BoosterFit(output.objective(), grown, seed).settings();
    settings.put("maximize_evaluation_metrics", "false");
    settings.put("verbose_eval", 0);
    float[][] losses = new float[1][parameters.rounds()];
    Arrays.fill(losses[0], Float.NaN);
    XGBoost.train(
            train,
            settings,
            parameters.rounds(),
            new HashMap<>(Map.of("validation", validation)),
            losses,
            null,
            null,
            patience,
            null)
        .dispose();
    double least = output == Output.MEAN ? PoissonLoss.least(others) : 0;
    List<Double> curve = new ArrayList<>();
    for (int tree = 0; tree < losses[0].length && !Float.isNaN(losses[0][tree]); tree++) {
      curve.add(losses[0][tree] - least);
    }
    return new LearningCurve(curve);
  }
}
