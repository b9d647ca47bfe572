package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.boosting.RatioBoosters;
import io.ridecast.forecasting.features.CityShares;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.FittedBoosters;
import io.ridecast.forecasting.training.TrainingParameters;
import java.time.LocalDate;

/**
 * The models that serve from one fit to the next.
 *
 * @param boosters the model
 * @param shares that new communities are forecast from
 * @param calendar the tutorials' model, fitted on the same days
 */
record ModelsInForce(RatioBoosters boosters, CityShares shares, CalendarModel calendar) {
  /** Fits on what {@code known} holds up to {@code origin}, which is all of it. */
  static ModelsInForce fit(DemandPanel known, LocalDate origin, TrainingParameters parameters) {
    FittedBoosters fitted = FittedBoosters.on(known, origin, parameters, done -> {}, done -> {});
    return new ModelsInForce(fitted.boosters(), fitted.shares(), CalendarModel.fit(known));
  }
}
