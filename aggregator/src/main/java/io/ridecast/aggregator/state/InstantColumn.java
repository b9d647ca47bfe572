package io.ridecast.aggregator.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant that may be missing, as a number: milliseconds since 1970, or the least of all. */
public final class InstantColumn {
  private static final long MISSING = Long.MIN_VALUE;

  private InstantColumn() {}

  /** The number for an instant. */
  public static long of(@Nullable Instant instant) {
    return instant == null ? MISSING : instant.toEpochMilli();
  }

  /** The instant for a number. */
  public static @Nullable Instant read(long column) {
    return column == MISSING ? null : Instant.ofEpochMilli(column);
  }
}
