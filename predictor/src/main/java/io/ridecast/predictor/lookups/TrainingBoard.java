package io.ridecast.predictor.lookups;

import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The steps of the newest training run. One thread writes, any number read. */
public final class TrainingBoard {
  private volatile List<TrainingRun> newest = List.of();

  /** Takes over how a step stands; steps of earlier runs are passed over. */
  public void accept(TrainingRun step) {
    boolean same = newest.stream().anyMatch(known -> known.getRunId().equals(step.getRunId()));
    boolean later =
        newest.stream().allMatch(known -> step.getStartedAt().isAfter(known.getStartedAt()));
    if (!same && !later) {
      return;
    }
    Map<TrainingStep, TrainingRun> steps = new EnumMap<>(TrainingStep.class);
    if (same) {
      newest.forEach(known -> steps.put(known.getStep(), known));
    }
    steps.put(step.getStep(), step);
    newest = List.copyOf(steps.values());
  }

  /** The steps so far, in their order; none before the first run. */
  public List<TrainingRun> steps() {
    return newest;
  }
}
