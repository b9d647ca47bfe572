package io.ridecast.aggregator.days;

import io.ridecast.aggregator.rides.Rejected;

/**
 * What became of one ride on the bench.
 *
 * @param outcome COUNTED, DUPLICATE, or why it was rejected
 * @param detail why in words
 */
record Verdict(String outcome, String detail) {
  static final Verdict COUNTED = new Verdict("COUNTED", "");
  static final Verdict DUPLICATE = new Verdict("DUPLICATE", "");

  static Verdict of(Rejected rejected) {
    return new Verdict(rejected.reason().name(), rejected.detail());
  }

  static Verdict of(Written written) {
    return written.counted() == 1 ? COUNTED : DUPLICATE;
  }
}
