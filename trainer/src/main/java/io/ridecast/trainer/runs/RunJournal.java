package io.ridecast.trainer.runs;

import io.ridecast.records.TrainingRun;

/** Where the steps of a run are written while it goes on. */
@FunctionalInterface
public interface RunJournal {

  /**
   * Writes a step so that everybody sees it.
   *
   * @throws JournalFailure if this trainer may not write any more, or cannot; the run ends there
   */
  void write(TrainingRun step);
}
