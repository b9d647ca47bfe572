package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.BoostingRun;
import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.features.CityShares;
import java.time.LocalDate;
import java.util.function.DoubleConsumer;

/**
 * Boosters and what they were fitted on.
 *
 * @param boosters of all outputs
 * @param rows with targets up to the last one that was allowed
 * @param shares the communities' on that last day
 */
public record FittedBoosters(RatioBoosters boosters, FeatureMatrix rows, CityShares shares) {
  /**
   * Fits on the panel's days up to {@code lastTarget}.
   *
   * @param rowsDone hears the share of the rows that is there
   * @param fitDone hears the share of the fit that is done: 0 when it begins
   * @throws io.ridecast.forecasting.boosting.BoostingFailure when XGBoost fails or is not there
   */
  public static FittedBoosters on(
      DemandPanel panel,
      LocalDate lastTarget,
      TrainingParameters parameters,
      DoubleConsumer rowsDone,
      DoubleConsumer fitDone) {
    FeatureMatrix rows =
        new TrainingRows(panel, parameters.maxRows(), parameters.seed())
            .until(lastTarget, rowsDone);
    ColdRows.addTo(rows, panel, lastTarget, parameters.seed());
    fitDone.accept(0);
    RatioBoosters boosters =
        new BoostingRun(parameters.threadsToUse(), parameters.seed())
            .fit(rows, parameters.mean(), parameters.quantiles(), fitDone);
    return new FittedBoosters(boosters, rows, panel.sharesAt(lastTarget));
  }
}
