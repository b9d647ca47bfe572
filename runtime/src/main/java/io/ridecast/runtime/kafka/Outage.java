package io.ridecast.runtime.kafka;

import org.apache.kafka.common.errors.RetriableException;

/** Tells what may pass by itself (a broker or a registry that is away) from what will not. */
final class Outage {
  private static final int DEEPEST = 20;

  private Outage() {}

  /** Whether the failure or one of its causes is Kafka's mark for what may be tried again. */
  static boolean isBehind(Throwable failure) {
    Throwable current = failure;
    for (int depth = 0; current != null && depth < DEEPEST; depth++) {
      if (current instanceof RetriableException) {
        return true;
      }
      current = current.getCause();
    }
    return false;
  }
}
