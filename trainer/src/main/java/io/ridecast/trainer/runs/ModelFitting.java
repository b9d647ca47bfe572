package io.ridecast.trainer.runs;

import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainedModel;

/** Makes a model of a panel of demand, with its report on held-out days. */
@FunctionalInterface
public interface ModelFitting {
  /** Trains; called on the run's thread. */
  TrainedModel train(DemandPanel panel, ProgressListener listener);
}
