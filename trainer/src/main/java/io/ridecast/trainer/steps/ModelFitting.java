package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.search.SearchResult;
import io.ridecast.forecasting.search.TrialListener;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;

/** How models are made; called on the run's thread, and what a listener throws ends the call. */
public interface ModelFitting {
  /** The parameters to train with unless a search finds better ones. */
  TrainingParameters defaults();

  /** Searches parameters, without a look at the held-out days. */
  SearchResult search(DemandPanel panel, TrialListener listener);

  /** The model fitted without the held-out days, its intervals as they come. */
  ModelBundle candidate(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener);

  /** The model fitted on all days, its intervals as they come. */
  ModelBundle served(DemandPanel panel, TrainingParameters parameters, ProgressListener listener);

  /** A model's forecasts of days that it has not seen. */
  HeldOutForecasts heldOut(
      DemandPanel panel, ModelBundle model, HeldOutDays days, ProgressListener listener);
}
