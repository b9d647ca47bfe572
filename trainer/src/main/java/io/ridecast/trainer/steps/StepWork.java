package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.util.Map;

/**
 * What a step does, and how what comes of it is written down, so that another trainer can go on
 * from there. The same work on the same input gives the same files.
 *
 * @param <R> what comes of it
 */
public interface StepWork<R> {
  /**
   * Does the work; called on the run's thread.
   *
   * @throws IOException for what may succeed when it is tried again
   * @throws InvalidBundle for a model that must not serve
   * @throws Unfulfillable if something is missing that only time or people can bring
   */
  R carryOut() throws IOException, InvalidBundle;

  /** The result as files, by name. */
  Map<String, byte[]> files(R result);

  /**
   * The result from its files.
   *
   * @throws IOException if they are no such files
   * @throws InvalidBundle if they hold a model that cannot be used here
   */
  R restored(Map<String, byte[]> files) throws IOException, InvalidBundle;

  /** The result in a phrase. */
  String phrase(R result);

  /** What people want to see of the result, beside the phrase. */
  default StepNotes notes(R result) {
    return StepNotes.none();
  }
}
