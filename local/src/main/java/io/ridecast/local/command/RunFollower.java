package io.ridecast.local.command;

import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Prints each step of one request's run as it ends, with its time, until the run has ended. */
final class RunFollower {
  private static final Set<TrainingStatus> FAILURES =
      Set.of(TrainingStatus.FAILED, TrainingStatus.REFUSED);

  private final String requestId;
  private final PrintWriter out;

  RunFollower(String requestId, PrintWriter out) {
    this.requestId = requestId;
    this.out = out;
  }

  /** Follows to the end; whether it went well. */
  boolean follow(TopicTail<TrainingRun> runs) {
    while (true) {
      for (TrainingRun step : runs.next()) {
        if (step.getRequestId().equals(requestId)) {
          tell(step);
          if (FAILURES.contains(step.getStatus())) {
            return false;
          }
          if (step.getStep() == TrainingStep.ANNOUNCE
              && step.getStatus() == TrainingStatus.SUCCEEDED) {
            return true;
          }
        }
      }
    }
  }

  private void tell(TrainingRun step) {
    if (step.getStatus() != TrainingStatus.STARTED) {
      out.printf(
          Locale.ROOT,
          "%-9s %-9s %7.1f s  %s%n",
          lower(step.getStep()),
          lower(step.getStatus()),
          seconds(step),
          step.getDetail());
    } else if (step.getAttempt() > 1) {
      out.printf("%-9s once more, attempt %d%n", lower(step.getStep()), step.getAttempt());
    }
    out.flush();
  }

  private static double seconds(TrainingRun step) {
    return step.getEndedAt() == null
        ? 0
        : Duration.between(step.getStartedAt(), step.getEndedAt()).toMillis() / 1e3;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
