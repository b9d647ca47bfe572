package io.ridecast.schemas.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that double from 50 ms to 2 s, each shortened by a random part so that many clients do not
 * come back together, until a deadline.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 2_000;

  private final long end;
  private int attempts;

  Backoff(Duration deadline) {
    this.end = System.nanoTime() + deadline.toNanos();
  }

  /** What is left until the deadline, at least a millisecond. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
  }

  /** Counts a failed attempt; milliseconds to wait before the next, or -1 if there is no time. */
  long next() {
    long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts, 10));
    attempts++;
    long pause = ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
    return System.nanoTime() + Duration.ofMillis(pause).toNanos() < end ? pause : -1;
  }

  int attempts() {
    return attempts;
  }
}
