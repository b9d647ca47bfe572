package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.search.ParameterSearch;
import io.ridecast.forecasting.search.SearchBudget;
import io.ridecast.forecasting.search.SearchResult;
import io.ridecast.forecasting.search.TrialListener;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Boosted trees, searched for within a budget of trials and of time. */
public final class BoostedFitting implements ModelFitting {
  private final ModelTraining training = new ModelTraining();
  private final TrainingParameters defaults;
  private final int trials;
  private final Duration longest;
  private final InstantSource wall;

  /**
   * A way to make models.
   *
   * @param trials of a search; below 2 there is none
   * @param longest time that a search takes
   * @param wall times it
   */
  public BoostedFitting(
      TrainingParameters defaults, int trials, Duration longest, InstantSource wall) {
    this.defaults = defaults;
    this.trials = trials;
    this.longest = longest;
    this.wall = wall;
  }

  @Override
  public TrainingParameters defaults() {
    return defaults;
  }

  @Override
  public SearchResult search(DemandPanel panel, TrialListener listener) {
    Instant end = wall.instant().plus(longest);
    SearchBudget budget = new SearchBudget(trials, () -> !wall.instant().isBefore(end));
    return new ParameterSearch(
            panel, HeldOutDays.of(panel, defaults).lastFitted(), defaults, listener)
        .run(budget);
  }

  @Override
  public ModelBundle candidate(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    return training.candidate(panel, parameters, listener);
  }

  @Override
  public ModelBundle served(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    return training.served(panel, parameters, listener);
  }

  @Override
  public HeldOutForecasts heldOut(
      DemandPanel panel, ModelBundle model, HeldOutDays days, ProgressListener listener) {
    return training.heldOut(panel, model, days, listener);
  }
}
