package io.ridecast.aggregator.days;

import java.time.Duration;

/**
 * When a day closes and when it changes no more.
 *
 * @param grace from a day's end until it closes
 * @param revisionWindow from its close until its rides are forgotten and late ones rejected
 */
public record LedgerRules(Duration grace, Duration revisionWindow) {
  public LedgerRules {
    if (grace.isNegative() || revisionWindow.isNegative()) {
      throw new IllegalArgumentException(
          "grace and revision window cannot be negative: " + grace + ", " + revisionWindow);
    }
  }
}
