package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.BoostingParameters;

/** Parameters that train within a second. */
public final class TinyTraining {
  private static final BoostingParameters BOOSTING =
      new BoostingParameters(12, 0.3, 4, 20, 0.8, 0.5, 5, 32);

  public static final TrainingParameters PARAMETERS =
      new TrainingParameters(BOOSTING, BOOSTING, 3_000, 28, 28, 1, 7);

  private TinyTraining() {}
}
