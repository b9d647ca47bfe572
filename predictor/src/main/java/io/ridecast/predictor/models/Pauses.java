package io.ridecast.predictor.models;

import java.time.Duration;

/** The pauses between tries to fetch a model: from a second on, doubling up to half a minute. */
final class Pauses {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Duration next = FIRST;

  Duration next() {
    Duration pause = next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }

  void reset() {
    next = FIRST;
  }
}
