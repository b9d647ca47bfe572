package io.ridecast.trainer.runs;

import io.ridecast.records.TrainingRun;
import io.ridecast.trainer.tracking.RunRecord;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what people want to see on to their record. A page that cannot be written waits for the
 * next one; at the run's end it is tried a last few times. It never ends a run.
 */
final class RunDiary {
  private static final Logger LOG = LoggerFactory.getLogger(RunDiary.class);
  private static final int LAST_ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RunRecord record;
  private final Interruption interruption;
  private final Deque<Page> open = new ArrayDeque<>();

  RunDiary(RunRecord record, Interruption interruption) {
    this.record = record;
    this.interruption = interruption;
  }

  /** A step has begun. That is not made up for: when it can be shown again, the step has ended. */
  void started(TrainingRun step) {
    if (open.isEmpty()) {
      try {
        record.started(step);
      } catch (IOException | RuntimeException e) {
        LOG.warn("the run's record does not show {} yet: {}", step.getStep(), e.getMessage());
      }
    }
  }

  /**
   * A step has ended well.
   *
   * @param notes makes what there is to tell of it
   */
  void step(TrainingRun step, Supplier<StepNotes> notes) {
    open.add(() -> record.step(step, notes.get()));
    write();
  }

  /** The run has ended; its last step is not on {@code training-runs} yet. */
  void end(TrainingRun last) {
    open.add(() -> record.end(last));
    for (int attempt = 1; !write() && attempt < LAST_ATTEMPTS; attempt++) {
      interruption.pause(PAUSE.multipliedBy(attempt));
    }
    if (!open.isEmpty()) {
      LOG.warn("{}: {} entries of its record are lost", last.getRunId(), open.size());
    }
  }

  /** Writes what is open, in order; whether that went well. */
  private boolean write() {
    while (!open.isEmpty()) {
      try {
        open.element().write();
      } catch (IOException e) {
        LOG.warn("{} entries of the run's record wait: {}", open.size(), e.getMessage());
        return false;
      } catch (RuntimeException e) {
        LOG.warn("an entry of the run's record is left out", e);
      }
      open.remove();
    }
    return true;
  }

  /** Something to be written. */
  private interface Page {
    void write() throws IOException;
  }
}
