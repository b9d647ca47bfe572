package io.ridecast.feed.pace;

import java.time.Instant;

/** Lets business time pass at some speed. */
public interface Pace {

  /**
   * Waits until it is {@code business} in business time. The first call only says from when
   * business time runs.
   *
   * @return false if it was stopped meanwhile or before
   */
  boolean reach(Instant business);

  /** Ends every wait, now and later; for any thread. */
  void stop();

  /** Whether it was stopped. */
  boolean stopped();
}
