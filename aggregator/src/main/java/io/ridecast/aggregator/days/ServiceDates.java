package io.ridecast.aggregator.days;

import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Service days as days since 1970-01-01. The starts of days are remembered, so that finding a
 * ride's day takes a division and two comparisons instead of the zone's rules. For one thread.
 */
public final class ServiceDates {
  private static final long DAY_MILLIS = 86_400_000;
  private static final int FIRST_REMEMBERED = (int) LocalDate.of(2010, 1, 1).toEpochDay();
  private static final int MOST_REMEMBERED = 365 * 200;
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final ServiceDay serviceDay;
  private long[] starts = new long[0];

  public ServiceDates(ServiceDay serviceDay) {
    this.serviceDay = serviceDay;
  }

  /** The local day that holds the instant. */
  public int of(long epochMillis) {
    int day = Math.toIntExact(Math.floorDiv(epochMillis, DAY_MILLIS));
    while (epochMillis < start(day)) {
      day--;
    }
    while (epochMillis >= start(day + 1)) {
      day++;
    }
    return day;
  }

  /** The first instant of a day, milliseconds since 1970. */
  public long start(int day) {
    int index = day - FIRST_REMEMBERED;
    if (index < 0 || index >= MOST_REMEMBERED) {
      return computed(day);
    }
    if (index >= starts.length) {
      int before = starts.length;
      starts = Arrays.copyOf(starts, Math.max(index + 1, before * 2));
      Arrays.fill(starts, before, starts.length, UNKNOWN);
    }
    if (starts[index] == UNKNOWN) {
      starts[index] = computed(day);
    }
    return starts[index];
  }

  /** The first day that lies wholly at or after the instant. */
  public int firstWhole(Instant from) {
    int day = of(from.toEpochMilli());
    return start(day) == from.toEpochMilli() ? day : day + 1;
  }

  /** The last day that has ended by the instant. */
  public int lastEnded(Instant by) {
    return of(by.toEpochMilli()) - 1;
  }

  /** The day as a date. */
  public static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  private long computed(int day) {
    return serviceDay.start(date(day)).toEpochMilli();
  }
}
