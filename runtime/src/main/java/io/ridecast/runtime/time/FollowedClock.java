package io.ridecast.runtime.time;

import io.ridecast.runtime.settings.Environment;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A business clock that is told where the data stands. With {@link ClockMode#WALL} it only takes
 * over {@code loading} and asks the machine for the time. Safe for use by many threads.
 */
public final class FollowedClock implements BusinessClock {
  private final ClockMode mode;
  private final InstantSource wall;
  private volatile State state = new State(Instant.EPOCH, true);

  public FollowedClock(ClockMode mode, InstantSource wall) {
    this.mode = mode;
    this.wall = wall;
  }

  /** The setting {@code CLOCK}: wall (if not set) or watermark. */
  public static ClockMode from(Environment environment) {
    return environment.choice("CLOCK", ClockMode.class, ClockMode.WALL);
  }

  /** Takes over what {@code business-clock} says; the time never goes back. */
  public synchronized void follow(Instant now, boolean loading) {
    Instant latest = now.isAfter(state.now) ? now : state.now;
    state = new State(latest, loading);
  }

  @Override
  public Instant now() {
    return mode == ClockMode.WALL ? wall.instant() : state.now;
  }

  @Override
  public boolean loading() {
    return state.loading;
  }

  private record State(Instant now, boolean loading) {}
}
