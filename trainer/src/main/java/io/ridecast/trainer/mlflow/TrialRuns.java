package io.ridecast.trainer.mlflow;

import io.ridecast.records.TrainingRun;
import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.trainer.tracking.TrialNote;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the trials of a search as runs that are nested in the training's, each once. */
final class TrialRuns {
  private final TrainingRuns runs;
  private final MlflowRun parent;
  private final Instant from;
  private final Instant to;

  /**
   * Trials.
   *
   * @param step the search, which says when they were made
   */
  TrialRuns(TrainingRuns runs, MlflowRun parent, TrainingRun step) {
    this.runs = runs;
    this.parent = parent;
    this.from = step.getStartedAt();
    Instant ended = step.getEndedAt();
    this.to = ended == null ? from : ended;
  }

  /** Writes those that are not there yet; one that was left half-written is completed. */
  void write(List<TrialNote> trials) throws MlflowFailure {
    if (trials.isEmpty()) {
      return;
    }
    Map<String, MlflowRun> there = runs.trials(parent);
    for (TrialNote trial : trials) {
      MlflowRun run = there.get(trial.name());
      if (run == null) {
        write(trial, runs.trial(parent, trial, from));
      } else if (!run.finished()) {
        write(trial, run);
      }
    }
  }

  private void write(TrialNote trial, MlflowRun run) throws MlflowFailure {
    run.parameters(trial.parameters());
    run.course("loss", trial.losses(), to);
    run.end("FINISHED", to);
  }
}
