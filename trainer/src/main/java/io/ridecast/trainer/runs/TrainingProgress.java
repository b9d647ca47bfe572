package io.ridecast.trainer.runs;

import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingStage;
import io.ridecast.records.TrainingStep;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Turns the stages of a training into steps of its run. */
final class TrainingProgress implements ProgressListener {
  private static final List<TrainingStep> ORDER =
      List.of(TrainingStep.FIT, TrainingStep.CALIBRATE, TrainingStep.BACKTEST);

  private final RunSteps steps;
  private final BooleanSupplier abandoned;

  TrainingProgress(RunSteps steps, BooleanSupplier abandoned) {
    this.steps = steps;
    this.abandoned = abandoned;
  }

  @Override
  public void progress(TrainingStage stage, double done) {
    if (abandoned.getAsBoolean()) {
      throw new RunAbandoned();
    }
    reach(
        switch (stage) {
          case FEATURES, FIT -> TrainingStep.FIT;
          case CALIBRATE -> TrainingStep.CALIBRATE;
          case BACKTEST, REFIT -> TrainingStep.BACKTEST;
        });
  }

  /** Ends the steps before this one and starts it; a step that is behind stays ended. */
  void reach(TrainingStep target) {
    for (TrainingStep next : ORDER) {
      if (next.compareTo(steps.current()) > 0 && next.compareTo(target) <= 0) {
        steps.succeed("");
        steps.start(next);
      }
    }
  }
}
