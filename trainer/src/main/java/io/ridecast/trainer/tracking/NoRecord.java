package io.ridecast.trainer.tracking;

import io.ridecast.records.TrainingRun;

/** Keeps nothing. */
final class NoRecord implements RunRecord {
  @Override
  public void started(TrainingRun step) {}

  @Override
  public void step(TrainingRun step, StepNotes notes) {}

  @Override
  public void end(TrainingRun last) {}
}
