package io.ridecast.monitor.state;

import java.time.LocalDate;

/** The bounds of dates in keys: with four-digit years, text sorts as time does. */
public final class KeyDates {
  public static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  public static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private KeyDates() {}
}
