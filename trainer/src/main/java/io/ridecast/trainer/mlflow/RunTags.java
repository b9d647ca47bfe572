package io.ridecast.trainer.mlflow;

import io.ridecast.trainer.tracking.RunOutline;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The tags of runs: our own, and those that MLflow's pages know. */
final class RunTags {
  /** The run's id on {@code training-runs}: a run is found again by it. */
  static final String RUN = "ridecast.run_id";

  /** The run that a trial belongs to. */
  static final String PARENT = "mlflow.parentRunId";

  /** What the page shows above a run. */
  static final String NOTE = "mlflow.note.content";

  private RunTags() {}

  static Map<String, String> of(RunOutline run, String codeVersion) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(RUN, run.runId());
    tags.put("ridecast.request_id", run.request().getRequestId());
    tags.put("ridecast.kind", run.request().getKind().toString());
    tags.put("ridecast.reason", run.request().getReason().toString());
    tags.put("mlflow.user", "ridecast");
    tags.put("mlflow.source.name", "ridecast trainer");
    tags.put("mlflow.source.type", "JOB");
    tags.put("ridecast.code_version", codeVersion);
    if (!run.request().getDetail().isEmpty()) {
      tags.put(NOTE, run.request().getDetail());
    }
    return tags;
  }

  /** A name that people can tell runs by. */
  static String name(RunOutline run) {
    return "%s %s"
        .formatted(
            run.request().getKind().toString().toLowerCase(Locale.ROOT),
            run.request().getRequestId());
  }
}
