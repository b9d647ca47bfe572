package io.ridecast.trainer.runs;

import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The steps of one run, one after the other; a run's last record is left to the caller. */
final class RunSteps {
  private final TrainingRequest request;
  private final RunJournal journal;
  private final InstantSource wall;
  private final ToIntFunction<TrainingStep> earlierAttempts;
  private TrainingStep step = TrainingStep.REQUEST;
  private Instant started;
  private int attempt = 1;

  RunSteps(
      TrainingRequest request,
      RunJournal journal,
      InstantSource wall,
      ToIntFunction<TrainingStep> earlierAttempts) {
    this.request = request;
    this.journal = journal;
    this.wall = wall;
    this.earlierAttempts = earlierAttempts;
    this.started = wall.instant();
  }

  String runId() {
    return RunHistory.runId(request);
  }

  /** The step under way. */
  TrainingStep current() {
    return step;
  }

  /** Takes up the next step and gives what was written of it. */
  TrainingRun start(TrainingStep next) {
    step = next;
    started = wall.instant();
    attempt = earlierAttempts.applyAsInt(next) + 1;
    TrainingRun begun = record(TrainingStatus.STARTED, null, "");
    journal.write(begun);
    return begun;
  }

  /** The step under way is tried once more. */
  void again() {
    attempt++;
    journal.write(record(TrainingStatus.STARTED, null, ""));
  }

  /** Writes how the step under way has ended. */
  void write(TrainingRun ended) {
    journal.write(ended);
  }

  TrainingRun succeeded(String detail) {
    return succeeded(detail, Map.of());
  }

  /** The step under way has ended well and left files. */
  TrainingRun succeeded(String detail, Map<String, String> files) {
    return record(TrainingStatus.SUCCEEDED, wall.instant(), detail, files);
  }

  TrainingRun refused(String detail) {
    return record(TrainingStatus.REFUSED, wall.instant(), detail);
  }

  TrainingRun failed(String detail) {
    return record(TrainingStatus.FAILED, wall.instant(), detail);
  }

  private TrainingRun record(TrainingStatus status, @Nullable Instant ended, String detail) {
    return record(status, ended, detail, Map.of());
  }

  private TrainingRun record(
      TrainingStatus status, @Nullable Instant ended, String detail, Map<String, String> files) {
    return TrainingRun.newBuilder()
        .setRunId(runId())
        .setRequestId(request.getRequestId())
        .setStep(step)
        .setAttempt(attempt)
        .setStatus(status)
        .setStartedAt(started)
        .setEndedAt(ended)
        .setDetail(detail)
        .setFiles(files)
        .build();
  }
}
