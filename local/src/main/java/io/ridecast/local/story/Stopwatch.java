package io.ridecast.local.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Wall time since the start. */
public final class Stopwatch {
  private final InstantSource wall;
  private final Instant start;

  private Stopwatch(InstantSource wall, Instant start) {
    this.wall = wall;
    this.start = start;
  }

  /** Starts now. */
  public static Stopwatch start(InstantSource wall) {
    return new Stopwatch(wall, wall.instant());
  }

  /** The time in seconds, such as 12.3 s. */
  public String elapsed() {
    long millis = Duration.between(start, wall.instant()).toMillis();
    return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
  }
}
