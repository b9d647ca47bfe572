package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.trainer.steps.StepWork;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a run's steps one after the other. A step that an earlier trainer finished, on the same
 * basis and with its files still there, is not done again; what may pass by itself is tried again
 * after a pause.
 */
final class StepRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int GROWTH = 4;

  private final RunSteps steps;
  private final RunHistory runs;
  private final RunFiles files;
  private final RunDiary diary;
  private final Interruption interruption;
  private String basis = "start";

  StepRunner(
      RunSteps steps, RunHistory runs, RunFiles files, RunDiary diary, Interruption interruption) {
    this.steps = steps;
    this.runs = runs;
    this.files = files;
    this.diary = diary;
    this.interruption = interruption;
  }

  /**
   * Takes a step.
   *
   * @throws IOException what it failed on in the last attempt
   */
  <R> R take(TrainingStep step, StepWork<R> work) throws IOException, InvalidBundle {
    interruption.check();
    Optional<R> finished = finished(step, work);
    if (finished.isPresent()) {
      return finished.get();
    }
    diary.started(steps.start(step));
    return carriedOut(work);
  }

  private <R> Optional<R> finished(TrainingStep step, StepWork<R> work) {
    Optional<Map<String, byte[]>> kept =
        runs.last(steps.runId(), step)
            .filter(last -> last.getStatus() == TrainingStatus.SUCCEEDED)
            .flatMap(last -> files.find(step, basis, last.getFiles()));
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    try {
      R result = work.restored(kept.get());
      basis = RunFiles.basis(basis, kept.get());
      LOG.info("{} goes on behind {}, which is finished", steps.runId(), step);
      return Optional.of(result);
    } catch (IOException | InvalidBundle e) {
      LOG.warn("{} has to be done again: {}", step, e.getMessage());
      return Optional.empty();
    }
  }

  /** Does the step under way; what is done once stays done when its files cannot be written. */
  private <R> R carriedOut(StepWork<R> work) throws IOException, InvalidBundle {
    AtomicReference<@Nullable R> result = new AtomicReference<>();
    return patiently(
        () -> {
          R made = result.get() == null ? work.carryOut() : Objects.requireNonNull(result.get());
          result.set(made);
          finish(work, made);
          return made;
        });
  }

  /**
   * Tries something in the step under way again, after longer and longer pauses.
   *
   * @throws IOException what it failed on in the last attempt
   */
  <R> R patiently(Attempt<R> what) throws IOException, InvalidBundle {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return what.made();
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LOG.warn(
            "{} will be tried again in {} s: {}",
            steps.current(),
            pause.toSeconds(),
            e.getMessage());
        interruption.pause(pause);
        interruption.check();
        pause = pause.multipliedBy(GROWTH);
        steps.again();
      }
    }
  }

  /** Something that may fail and succeed later. */
  @FunctionalInterface
  interface Attempt<R> {
    R made() throws IOException, InvalidBundle;
  }

  private <R> void finish(StepWork<R> work, R result) throws IOException {
    Map<String, byte[]> content = new TreeMap<>(work.files(result));
    Map<String, String> addresses = files.keep(steps.current(), basis, content);
    interruption.check();
    TrainingRun ended = steps.succeeded(work.phrase(result), addresses);
    diary.step(ended, () -> work.notes(result));
    interruption.check();
    steps.write(ended);
    basis = RunFiles.basis(basis, content);
  }
}
