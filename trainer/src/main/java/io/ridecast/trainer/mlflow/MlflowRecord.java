package io.ridecast.trainer.mlflow;

import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.trainer.tracking.RunOutline;
import io.ridecast.trainer.tracking.RunRecord;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A training as a run on the server, its trials nested in it. */
final class MlflowRecord implements RunRecord {
  private static final double MILLIS = 1e3;

  private final TrainingRuns runs;
  private final RunOutline outline;
  private @Nullable MlflowRun run;

  MlflowRecord(TrainingRuns runs, RunOutline outline) {
    this.runs = runs;
    this.outline = outline;
  }

  @Override
  public void started(TrainingRun step) throws IOException {
    run().tags(outcome(step));
  }

  @Override
  public void step(TrainingRun step, StepNotes notes) throws IOException {
    MlflowRun run = run();
    run.parameters(notes.parameters());
    run.tags(outcome(step));
    Map<String, Double> measures = new LinkedHashMap<>(notes.metrics());
    measures.put("step." + lower(step.getStep()) + ".seconds", seconds(step));
    run.measures(measures, 0, ended(step));
    if (notes.data().isPresent()) {
      run.input(Datasets.of(notes.data().get(), step.getFiles(), runs.codeVersion()), "training");
    }
    for (Map.Entry<String, byte[]> file : notes.files().entrySet()) {
      run.put(place(file.getKey()), file.getValue());
    }
    new TrialRuns(runs, run, step).write(notes.trials());
  }

  @Override
  public void end(TrainingRun last) throws IOException {
    MlflowRun run = run();
    Map<String, String> tags = outcome(last);
    tags.put("ridecast.outcome", last.getStatus().toString());
    tags.put(RunTags.NOTE, note(last));
    run.tags(tags);
    run.end(last.getStatus() == TrainingStatus.FAILED ? "FAILED" : "FINISHED", ended(last));
  }

  private String note(TrainingRun last) {
    String request = outline.request().getDetail();
    return (request.isEmpty() ? "" : request + "\n\n")
        + "%s at %s: %s".formatted(last.getStatus(), lower(last.getStep()), last.getDetail());
  }

  private MlflowRun run() throws MlflowFailure {
    MlflowRun known = run;
    if (known == null) {
      known = runs.of(outline);
      known.goOn();
      run = known;
    }
    return known;
  }

  private static Map<String, String> outcome(TrainingRun step) {
    Map<String, String> tags = new LinkedHashMap<>();
    String attempts = step.getAttempt() == 1 ? "" : " (attempt " + step.getAttempt() + ")";
    tags.put(
        "step." + lower(step.getStep()),
        "%s%s%s".formatted(step.getStatus(), attempts, detail(step)));
    return tags;
  }

  private static String detail(TrainingRun step) {
    return step.getDetail().isEmpty() ? "" : ": " + step.getDetail();
  }

  private static String place(String file) {
    return (file.endsWith(".svg") ? "plots/" : "steps/") + file;
  }

  private static double seconds(TrainingRun step) {
    return Duration.between(step.getStartedAt(), ended(step)).toMillis() / MILLIS;
  }

  private static Instant ended(TrainingRun step) {
    Instant at = step.getEndedAt();
    return at == null ? step.getStartedAt() : at;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
