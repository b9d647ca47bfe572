package io.ridecast.predictor.forecasts;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Bounds how long something is waited for, by wall time. One thread's. */
final class Patience {
  private final long limitMillis;
  private final Map<String, Long> since = new HashMap<>();

  Patience(Duration limit) {
    this.limitMillis = limit.toMillis();
  }

  /** Whether it may still be waited for; the wait begins with the first question. */
  boolean lasts(String what, long wallMillis) {
    return wallMillis - since.computeIfAbsent(what, first -> wallMillis) < limitMillis;
  }

  /** The wait is over, or begins anew. */
  void forget(String what) {
    since.remove(what);
  }

  void forgetAll() {
    since.clear();
  }
}
