package io.ridecast.trainer.mlflow;

import io.ridecast.trainer.tracking.RunOutline;
import io.ridecast.trainer.tracking.RunRecord;
import io.ridecast.trainer.tracking.Tracking;

/** Writes the records of runs to an MLflow server. */
final class MlflowTracking implements Tracking {
  private final TrainingRuns runs;

  MlflowTracking(TrainingRuns runs) {
    this.runs = runs;
  }

  @Override
  public RunRecord of(RunOutline run) {
    return new MlflowRecord(runs, run);
  }
}
