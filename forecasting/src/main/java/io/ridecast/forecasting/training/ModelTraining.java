package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import java.time.LocalDate;
import java.util.Map;

/**
 * Trains a model on a panel of demand. A candidate is fitted without the last days; the first part
 * of these calibrates its intervals, the second (28 days by default) reports how good it is. The
 * bundle holds boosters fitted on all days, with the same parameters, and intervals calibrated on
 * all of the candidate's held-out days.
 */
public final class ModelTraining {
  /** Days of history that a training needs. */
  public static final int NEEDED_DAYS = 90;

  /** Target days that a candidate is at least fitted on. */
  private static final int LEAST_FITTED_DAYS = 14;

  /** No state: any number of these are alike. */
  public ModelTraining() {}

  /**
   * Trains on {@code panel}.
   *
   * @throws HistoryTooShort below {@link #NEEDED_DAYS} days with a count
   * @throws io.ridecast.forecasting.boosting.BoostingFailure when XGBoost fails or is not there
   */
  public TrainedModel train(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    int calibrationDays = calibrationDays(panel, parameters);
    LocalDate last = panel.last();
    LocalDate reportFrom = last.minusDays(parameters.holdOutDays() - 1L);
    LocalDate calibrateFrom = reportFrom.minusDays(calibrationDays);

    RatioBoosters candidate =
        fit(panel, calibrateFrom.minusDays(1), parameters, listener, TrainingStage.FIT).boosters();
    listener.progress(TrainingStage.CALIBRATE, 0);
    HeldOutForecasts heldOut =
        HeldOutForecasts.of(
            panel,
            candidate,
            calibrateFrom,
            last,
            done -> listener.progress(TrainingStage.CALIBRATE, done));
    listener.progress(TrainingStage.BACKTEST, 0);
    ConformalCalibration before = heldOut.calibration(calibrateFrom, reportFrom.minusDays(1));
    HoldOutReport report = heldOut.report(reportFrom, last, before);
    listener.progress(TrainingStage.BACKTEST, 1);

    FittedBoosters served = fit(panel, last, parameters, listener, TrainingStage.REFIT);
    ModelBundle bundle =
        ModelBundle.of(
            served.boosters(),
            heldOut.calibration(calibrateFrom, last),
            served.rows(),
            parameters.named(),
            described(panel, served.rows()));
    return new TrainedModel(bundle, report);
  }

  private static FittedBoosters fit(
      DemandPanel panel,
      LocalDate lastTarget,
      TrainingParameters parameters,
      ProgressListener listener,
      TrainingStage stage) {
    boolean refit = stage == TrainingStage.REFIT;
    return FittedBoosters.on(
        panel,
        lastTarget,
        parameters,
        done -> listener.progress(refit ? stage : TrainingStage.FEATURES, refit ? 0 : done),
        done -> listener.progress(stage, done));
  }

  /** As many as were asked for; fewer where the history is short. */
  private static int calibrationDays(DemandPanel panel, TrainingParameters parameters) {
    int taken = TrainingRows.DAYS_BEFORE + LEAST_FITTED_DAYS + parameters.holdOutDays();
    int needed = Math.max(NEEDED_DAYS, taken + 1);
    int days = panel.city().known();
    if (days < needed) {
      throw new HistoryTooShort(days, needed);
    }
    return Math.min(parameters.calibrationDays(), days - taken);
  }

  private static Map<String, String> described(DemandPanel panel, FeatureMatrix rows) {
    return Map.of(
        "first_day", panel.first().toString(),
        "last_day", panel.last().toString(),
        "communities", Integer.toString(panel.size()),
        "rows", Integer.toString(rows.rows()),
        "catalogue", panel.catalogue().digest());
  }
}
