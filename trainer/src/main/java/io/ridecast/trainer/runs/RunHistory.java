package io.ridecast.trainer.runs;

import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs that {@code training-runs} tells of. Safe for use by many threads. */
public final class RunHistory {
  private final Map<String, Map<TrainingStep, TrainingRun>> runs = new HashMap<>();

  /** The run that carries out a request: one request has one run, also after a crash. */
  public static String runId(TrainingRequest request) {
    return "run-" + request.getRequestId();
  }

  /** Key of a step. */
  public static String key(TrainingRun step) {
    return step.getRunId() + "/" + step.getStep();
  }

  /** Takes in a step. */
  public synchronized void apply(TrainingRun step) {
    runs.computeIfAbsent(step.getRunId(), id -> new HashMap<>()).put(step.getStep(), step);
  }

  /** How the request's run ended: SUCCEEDED, FAILED or REFUSED; empty if it has not. */
  public synchronized Optional<TrainingStatus> end(TrainingRequest request) {
    return end(runs.getOrDefault(runId(request), Map.of()));
  }

  /** How often this step of this run was tried. */
  public synchronized int attempts(String runId, TrainingStep step) {
    TrainingRun last = runs.getOrDefault(runId, Map.of()).get(step);
    return last == null ? 0 : last.getAttempt();
  }

  /** The last record of a step of a run. */
  synchronized Optional<TrainingRun> last(String runId, TrainingStep step) {
    return Optional.ofNullable(runs.getOrDefault(runId, Map.of()).get(step));
  }

  /** Whether a step of a run was finished. */
  boolean succeeded(String runId, TrainingStep step) {
    return last(runId, step)
        .filter(record -> record.getStatus() == TrainingStatus.SUCCEEDED)
        .isPresent();
  }

  /** The address of a file that a finished step of a run left. */
  Optional<String> file(String runId, TrainingStep step, String name) {
    return last(runId, step).map(record -> record.getFiles().get(name));
  }

  /** The requests whose runs have begun, with the run's end if it has one. */
  public synchronized Map<String, Optional<TrainingStatus>> requests() {
    Map<String, Optional<TrainingStatus>> requests = new HashMap<>();
    runs.values()
        .forEach(
            steps -> requests.put(steps.values().iterator().next().getRequestId(), end(steps)));
    return requests;
  }

  private static Optional<TrainingStatus> end(Map<TrainingStep, TrainingRun> steps) {
    Set<TrainingStatus> bad = Set.of(TrainingStatus.FAILED, TrainingStatus.REFUSED);
    return steps.values().stream()
        .filter(
            step ->
                bad.contains(step.getStatus())
                    || (step.getStep() == TrainingStep.ANNOUNCE
                        && step.getStatus() == TrainingStatus.SUCCEEDED))
        .map(TrainingRun::getStatus)
        .findFirst();
  }
}
