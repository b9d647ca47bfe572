package io.ridecast.forecasting.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Daily counts of one community or of the city, without gaps in its dates: a day that is out of
 * service or unknown is {@code NaN}, never zero. Immutable.
 */
public final class DemandSeries {
  private final LocalDate first;
  private final float[] rides;

  private DemandSeries(LocalDate first, float[] rides) {
    this.first = first;
    this.rides = rides;
  }

  /**
   * Counts of consecutive days.
   *
   * @param first the day of the first count
   * @param rides at least one count in rides; NaN is missing
   * @throws IllegalArgumentException for a count below zero or infinite, or none at all
   */
  public static DemandSeries of(LocalDate first, float... rides) {
    if (rides.length == 0) {
      throw new IllegalArgumentException("a series holds at least one day");
    }
    for (int day = 0; day < rides.length; day++) {
      check(first.plusDays(day), rides[day]);
    }
    return new DemandSeries(first, rides.clone());
  }

  /** The first day. */
  public LocalDate first() {
    return first;
  }

  /** The last day. */
  public LocalDate last() {
    return first.plusDays(rides.length - 1L);
  }

  /** How many days from the first to the last. */
  public int length() {
    return rides.length;
  }

  /** Rides of {@code day}; NaN where it is missing or outside the series. */
  public float at(LocalDate day) {
    return at(day.toEpochDay());
  }

  /** Rides of the day with this epoch day; NaN where it is missing or outside the series. */
  public float at(long epochDay) {
    long index = epochDay - first.toEpochDay();
    return index < 0 || index >= rides.length ? Float.NaN : rides[(int) index];
  }

  /**
   * The counts from {@code firstEpochDay} on, in an array of {@code days}; NaN where the series has
   * none.
   */
  public float[] window(long firstEpochDay, int days) {
    float[] window = new float[days];
    long offset = firstEpochDay - first.toEpochDay();
    int from = (int) Math.max(0, Math.min(days, -offset));
    int to = (int) Math.max(from, Math.min(days, rides.length - offset));
    Arrays.fill(window, 0, from, Float.NaN);
    Arrays.fill(window, to, days, Float.NaN);
    if (to > from) {
      System.arraycopy(rides, (int) (from + offset), window, from, to - from);
    }
    return window;
  }

  /** This series with another count on {@code day}; days between are missing. */
  public DemandSeries with(LocalDate day, float count) {
    check(day, count);
    LocalDate start = day.isBefore(first) ? day : first;
    LocalDate end = day.isAfter(last()) ? day : last();
    float[] changed = window(start.toEpochDay(), (int) ChronoUnit.DAYS.between(start, end) + 1);
    changed[(int) ChronoUnit.DAYS.between(start, day)] = count;
    return new DemandSeries(start, changed);
  }

  /**
   * This series without the days after {@code lastInclusive}.
   *
   * @throws IllegalArgumentException when nothing would be left
   */
  public DemandSeries until(LocalDate lastInclusive) {
    if (!lastInclusive.isBefore(last())) {
      return this;
    }
    if (lastInclusive.isBefore(first)) {
      throw new IllegalArgumentException(
          "no day is left: the series starts " + first + ", after " + lastInclusive);
    }
    int days = (int) ChronoUnit.DAYS.between(first, lastInclusive) + 1;
    return new DemandSeries(first, Arrays.copyOf(rides, days));
  }

  /** How many days are not missing. */
  public int known() {
    int known = 0;
    for (float count : rides) {
      known += Float.isNaN(count) ? 0 : 1;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DemandSeries series
        && first.equals(series.first)
        && Arrays.equals(rides, series.rides);
  }

  @Override
  public int hashCode() {
    return 31 * first.hashCode() + Arrays.hashCode(rides);
  }

  @Override
  public String toString() {
    return "DemandSeries[" + first + " to " + last() + ", " + known() + " days known]";
  }

  private static void check(LocalDate day, float count) {
    if (count < 0 || Float.isInfinite(count)) {
      throw new IllegalArgumentException(count + " rides on " + day + " is no count");
    }
  }
}
