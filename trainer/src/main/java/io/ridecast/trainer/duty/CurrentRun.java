package io.ridecast.trainer.duty;

import io.ridecast.trainer.runs.Interruption;
import io.ridecast.trainer.runs.RunOutcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A run on a thread of its own, so that its trainer stays a live member of the group. */
final class CurrentRun {
  private final Abandonment abandonment = new Abandonment();
  private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();

  /** Starts at once; the run is told how to see that it has been abandoned. */
  CurrentRun(Function<Interruption, RunOutcome> run) {
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.complete(run.apply(abandonment));
              } catch (Throwable e) { // whatever it is belongs to the trainer's thread
                outcome.completeExceptionally(e);
              }
            },
            "training");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The outcome, once there is one.
   *
   * @throws RuntimeException what ended the run without an outcome
   */
  Optional<RunOutcome> outcome() {
    try {
      return Optional.ofNullable(outcome.getNow(null));
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Nobody waits for the outcome any more. */
  void abandon() {
    abandonment.happen();
  }
}
