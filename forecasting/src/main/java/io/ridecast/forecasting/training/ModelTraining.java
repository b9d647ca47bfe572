package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Trains a model on a panel of demand. A candidate is fitted without the last days; the first part
 * of these calibrates its intervals, the second (28 days by default) reports how good it is. The
 * bundle holds boosters fitted on all days, with the same parameters, and intervals calibrated on
 * all of the candidate's held-out days.
 */
public final class ModelTraining {
  /** Days of history that a training needs. */
  public static final int NEEDED_DAYS = HeldOutDays.NEEDED_DAYS;

  /** No state: any number of these are alike. */
  public ModelTraining() {}

  /**
   * Trains on {@code panel}, from the first step to the last.
   *
   * @throws HistoryTooShort below {@link #NEEDED_DAYS} days with a count
   * @throws io.ridecast.forecasting.boosting.BoostingFailure when XGBoost fails or is not there
   */
  public TrainedModel train(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    HeldOutDays days = HeldOutDays.of(panel, parameters);
    ModelBundle candidate = candidate(panel, parameters, listener);
    HeldOutForecasts heldOut = heldOut(panel, candidate, days, listener);
    listener.progress(TrainingStage.BACKTEST, 0);
    HoldOutReport report = report(heldOut, days);
    listener.progress(TrainingStage.BACKTEST, 1);
    ModelBundle served = served(panel, parameters, listener);
    return new TrainedModel(
        served.recalibrated(HeldOutCalibration.of(heldOut, days.first(), days.last())), report);
  }

  /**
   * The candidate: fitted on the days before those held out, its intervals as they come.
   *
   * @throws HistoryTooShort below {@link #NEEDED_DAYS} days with a count
   * @throws io.ridecast.forecasting.boosting.BoostingFailure when XGBoost fails or is not there
   */
  public ModelBundle candidate(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    LocalDate last = HeldOutDays.of(panel, parameters).lastFitted();
    return fit(panel, last, parameters, listener, TrainingStage.FIT);
  }

  /**
   * The model that will serve: fitted on all days, its intervals as they come.
   *
   * @throws io.ridecast.forecasting.boosting.BoostingFailure when XGBoost fails or is not there
   */
  public ModelBundle served(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    return fit(panel, panel.last(), parameters, listener, TrainingStage.REFIT);
  }

  /** The candidate's forecasts of the held-out days. */
  public HeldOutForecasts heldOut(
      DemandPanel panel, ModelBundle candidate, HeldOutDays days, ProgressListener listener) {
    listener.progress(TrainingStage.CALIBRATE, 0);
    return HeldOutForecasts.of(
        panel,
        candidate.boosters(),
        candidate.shares(),
        days.first(),
        days.last(),
        done -> listener.progress(TrainingStage.CALIBRATE, done));
  }

  /** How the candidate did on the days of the report, calibrated on the held-out days before. */
  public static HoldOutReport report(HeldOutForecasts heldOut, HeldOutDays days) {
    ConformalCalibration before = heldOut.calibration(days.first(), days.reportFrom().minusDays(1));
    return heldOut.report(days.reportFrom(), days.last(), before);
  }

  /**
   * Share of three-day sums on the days of the report that lie within their P10 to P90, calibrated
   * as the report is; empty where the days before were too few.
   */
  public static OptionalDouble sumCoverage(HeldOutForecasts heldOut, HeldOutDays days) {
    LocalDate lastBefore = days.reportFrom().minusDays(1);
    ConformalCalibration before = heldOut.calibration(days.first(), lastBefore);
    HeldOutSums judged = HeldOutSums.of(heldOut, days.reportFrom(), days.last());
    return HeldOutSums.of(heldOut, days.first(), lastBefore).errors(before).stream()
        .mapToDouble(errors -> judged.coverage(before, errors))
        .findFirst();
  }

  private static ModelBundle fit(
      DemandPanel panel,
      LocalDate lastTarget,
      TrainingParameters parameters,
      ProgressListener listener,
      TrainingStage stage) {
    boolean refit = stage == TrainingStage.REFIT;
    FittedBoosters fitted =
        FittedBoosters.on(
            panel,
            lastTarget,
            parameters,
            done -> listener.progress(refit ? stage : TrainingStage.FEATURES, refit ? 0 : done),
            done -> listener.progress(stage, done));
    return ModelBundle.of(
        fitted.boosters(),
        fitted.shares(),
        fitted.rows(),
        parameters.named(),
        described(panel, lastTarget, fitted.rows()));
  }

  private static Map<String, String> described(
      DemandPanel panel, LocalDate lastTarget, FeatureMatrix rows) {
    return Map.of(
        "first_day", panel.first().toString(),
        "last_day", lastTarget.toString(),
        "communities", Integer.toString(panel.size()),
        "rows", Integer.toString(rows.rows()),
        "catalogue", panel.catalogue().digest());
  }
}
