package io.ridecast.runtime.mlflow;

import java.time.Duration;
import java.util.Optional;

/** The few pauses that a busy server is given; whoever asks may come again much later. */
final class BusyPauses {
  private static final int MOST = 3;
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final int GROWTH = 4;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private int taken;
  private Duration own = FIRST;

  /** The next pause: as long as the server wishes, if it says so; empty if it is not worth it. */
  Optional<Duration> next(MlflowAnswer answer) {
    Duration pause = answer.retryAfter().orElse(own);
    if (taken == MOST || pause.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    taken++;
    own = own.multipliedBy(GROWTH);
    return Optional.of(pause);
  }
}
