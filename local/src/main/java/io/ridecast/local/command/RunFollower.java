package io.ridecast.local.command;

import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Prints each step of one request's run as it ends, until the run has ended. */
final class RunFollower {
  private final String requestId;
  private final PrintWriter out;
  private final Set<TrainingStep> told = new HashSet<>();

  RunFollower(String requestId, PrintWriter out) {
    this.requestId = requestId;
    this.out = out;
  }

  /** Follows to the end; whether a model was announced. */
  boolean follow(TopicTail<TrainingRun> runs) {
    while (true) {
      for (TrainingRun step : runs.next()) {
        if (step.getRequestId().equals(requestId) && step.getStatus() != TrainingStatus.STARTED) {
          tell(step);
          if (step.getStatus() != TrainingStatus.SUCCEEDED) {
            return false;
          }
          if (step.getStep() == TrainingStep.ANNOUNCE) {
            return true;
          }
        }
      }
    }
  }

  private void tell(TrainingRun step) {
    if (told.add(step.getStep())) {
      out.printf(
          "%-9s %-9s %s%n",
          step.getStep().name().toLowerCase(Locale.ROOT),
          step.getStatus().name().toLowerCase(Locale.ROOT),
          step.getDetail());
      out.flush();
    }
  }
}
