package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.GoldenCase;
import io.ridecast.records.TrainingRun;
import io.ridecast.trainer.models.RegisteredModel;
import java.util.List;

/** How a run ends; its last step is written together with the request's offset. */
public sealed interface RunOutcome {
  /** The run's last step, not written yet. */
  TrainingRun lastStep();

  /** Nothing is announced: the run failed, was refused, or there was nothing to change. */
  record Ended(TrainingRun lastStep) implements RunOutcome {}

  /**
   * A model is to be announced.
   *
   * @param golden inputs with the outputs that its bundle must give for them
   */
  record Announce(TrainingRun lastStep, RegisteredModel model, List<GoldenCase> golden)
      implements RunOutcome {}
}
