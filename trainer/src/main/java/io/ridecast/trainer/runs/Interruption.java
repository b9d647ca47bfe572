package io.ridecast.trainer.runs;

import java.time.Duration;

/** Tells a run that nobody waits for it any more, and lets it wait without missing that. */
public interface Interruption {
  /** Whether the run has been given up. */
  boolean abandoned();

  /** Waits; returns early once the run is given up. */
  void pause(Duration time);

  /**
   * Ends the run here if it has been given up.
   *
   * @throws RunAbandoned then
   */
  default void check() {
    if (abandoned()) {
      throw new RunAbandoned();
    }
  }
}
