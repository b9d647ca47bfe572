package io.ridecast.trainer.mlflow;

import io.ridecast.runtime.mlflow.MlflowServer;
import io.ridecast.runtime.storage.Storage;
import io.ridecast.trainer.models.Champions;
import io.ridecast.trainer.runs.RunKeeping;
import java.time.InstantSource;

/** Lets an MLflow server keep the models and the records of runs. */
public final class MlflowKeeping {
  private MlflowKeeping() {}

  /**
   * What keeps them. Nothing is asked of the server yet.
   *
   * @param storage reads and writes the artifacts of runs, and keeps the files of steps
   * @param experiment where runs are written
   * @param codeVersion of the trainer
   */
  public static RunKeeping of(
      MlflowServer server,
      Storage storage,
      String experiment,
      String codeVersion,
      InstantSource wall) {
    TrainingRuns runs =
        new TrainingRuns(new MlflowRuns(server, storage, experiment), codeVersion, wall);
    return new RunKeeping(
        storage.store(),
        new MlflowModels(runs, new ModelVersions(server, Champions.NAME), storage),
        new MlflowTracking(runs));
  }
}
