package io.ridecast.trainer.tracking;

import io.ridecast.records.TrainingRun;
import java.io.IOException;

/** The record of one run. Every entry may be written again, with the same result. */
public interface RunRecord {
  /**
   * Shows that a step has begun; there is nothing to keep of it.
   *
   * @throws IOException if it cannot be shown now
   */
  void started(TrainingRun step) throws IOException;

  /**
   * Writes down how a step ended and what it found.
   *
   * @throws IOException if it cannot be written now
   */
  void step(TrainingRun step, StepNotes notes) throws IOException;

  /**
   * Writes down that the run has ended, with its last step.
   *
   * @throws IOException if it cannot be written now
   */
  void end(TrainingRun last) throws IOException;
}
