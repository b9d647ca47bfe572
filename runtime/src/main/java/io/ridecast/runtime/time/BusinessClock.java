package io.ridecast.runtime.time;

import java.time.Instant;

/** What time it is for forecasts, expiry and schedules; never a measure of durations. */
public interface BusinessClock {

  /** The business time; {@link Instant#EPOCH} while none is known yet. */
  Instant now();

  /** Whether the feeds are still sending history, so that what is known is not yet up to date. */
  boolean loading();
}
