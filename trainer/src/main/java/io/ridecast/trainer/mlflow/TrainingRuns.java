package io.ridecast.trainer.mlflow;

import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.trainer.tracking.RunOutline;
import io.ridecast.trainer.tracking.TrialNote;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The runs of trainings on the server, each found again by its id on {@code training-runs}. */
final class TrainingRuns {
  private final MlflowRuns runs;
  private final String codeVersion;
  private final InstantSource wall;

  TrainingRuns(MlflowRuns runs, String codeVersion, InstantSource wall) {
    this.runs = runs;
    this.codeVersion = codeVersion;
    this.wall = wall;
  }

  /** What time it is. */
  Instant now() {
    return wall.instant();
  }

  /** The code that trains. */
  String codeVersion() {
    return codeVersion;
  }

  /** The run of a training, if it has come so far. */
  Optional<MlflowRun> find(String runId) throws MlflowFailure {
    return runs.find(RunTags.RUN, runId);
  }

  /** The run of a training, made where it is missing. */
  MlflowRun of(RunOutline outline) throws MlflowFailure {
    Map<String, String> tags = RunTags.of(outline, codeVersion);
    Optional<MlflowRun> found = find(outline.runId());
    if (found.isEmpty()) {
      return runs.create(RunTags.name(outline), outline.startedAt(), tags);
    }
    found.get().tags(tags);
    return found.get();
  }

  /** The run of a training whose record could not be written so far. */
  MlflowRun of(String runId) throws MlflowFailure {
    Optional<MlflowRun> found = find(runId);
    return found.isPresent()
        ? found.get()
        : runs.create(runId, wall.instant(), Map.of(RunTags.RUN, runId));
  }

  /** The trials that are there, by name. */
  Map<String, MlflowRun> trials(MlflowRun parent) throws MlflowFailure {
    Map<String, MlflowRun> trials = new LinkedHashMap<>();
    for (MlflowRun trial : runs.all(RunTags.PARENT, parent.id())) {
      trials.putIfAbsent(trial.name(), trial);
    }
    return trials;
  }

  /** A new run for a trial. */
  MlflowRun trial(MlflowRun parent, TrialNote trial, Instant at) throws MlflowFailure {
    return runs.create(
        trial.name(),
        at,
        Map.of(
            RunTags.PARENT,
            parent.id(),
            "ridecast.chosen",
            Boolean.toString(trial.chosen()),
            "mlflow.user",
            "ridecast",
            "mlflow.source.name",
            "ridecast trainer",
            "mlflow.source.type",
            "JOB"));
  }
}
