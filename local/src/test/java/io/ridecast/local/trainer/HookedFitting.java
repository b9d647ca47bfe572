package io.ridecast.local.trainer;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.search.SearchResult;
import io.ridecast.forecasting.search.TrialListener;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.trainer.steps.BoostedFitting;
import io.ridecast.trainer.steps.ModelFitting;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Makes real models, and lets a test come between. */
final class HookedFitting implements ModelFitting {
  private final ModelFitting real =
      new BoostedFitting(TrainerScene.PARAMETERS, 0, Duration.ofMinutes(1), () -> Instant.EPOCH);
  private volatile Consumer<String> before = what -> {};
  private volatile UnaryOperator<HeldOutForecasts> heldOut = UnaryOperator.identity();

  /** Does this before each piece of work: search, candidate, served, held out. */
  void before(Consumer<String> what) {
    before = what;
  }

  /** Changes what the candidate forecasts. */
  void heldOut(UnaryOperator<HeldOutForecasts> change) {
    heldOut = change;
  }

  @Override
  public TrainingParameters defaults() {
    return real.defaults();
  }

  @Override
  public SearchResult search(DemandPanel panel, TrialListener listener) {
    before.accept("search");
    return real.search(panel, listener);
  }

  @Override
  public ModelBundle candidate(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    before.accept("candidate");
    return real.candidate(panel, parameters, listener);
  }

  @Override
  public ModelBundle served(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    before.accept("served");
    return real.served(panel, parameters, listener);
  }

  @Override
  public HeldOutForecasts heldOut(
      DemandPanel panel, ModelBundle model, HeldOutDays days, ProgressListener listener) {
    before.accept("held out");
    return heldOut.apply(real.heldOut(panel, model, days, listener));
  }
}
