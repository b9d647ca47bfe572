package io.ridecast.predictor.demand;

import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A community's closed days, the newest {@value #DAYS}: count and revision of each. Immutable. A
 * day without a count is one that is out of service or was never closed.
 */
public final class DemandHistory {
  /** A year and the weeks around the same days of the year before. */
  public static final int DAYS = 400;

  static final DemandHistory EMPTY = new DemandHistory(LocalDate.EPOCH, new int[0], new int[0]);
  static final int MISSING = -1;

  final LocalDate first;
  final int[] rides;
  final int[] revisions;

  DemandHistory(LocalDate first, int[] rides, int[] revisions) {
    this.first = first;
    this.rides = rides;
    this.revisions = revisions;
  }

  /** A history without days. */
  public static DemandHistory empty() {
    return EMPTY;
  }

  /** The newest day that has been closed, with or without service. */
  public Optional<LocalDate> newest() {
    return rides.length == 0 ? Optional.empty() : Optional.of(last());
  }

  /** The count of a day; empty where it is missing. */
  public OptionalInt rides(LocalDate day) {
    int index = index(day);
    boolean known = index >= 0 && index < rides.length && rides[index] != MISSING;
    return known ? OptionalInt.of(rides[index]) : OptionalInt.empty();
  }

  /**
   * The history with one day's newest state. A day older than the kept ones changes nothing.
   *
   * @param count its rides; empty when no service ran
   */
  public DemandHistory with(LocalDate day, OptionalInt count, int revision) {
    if (rides.length == 0) {
      return new DemandHistory(day, new int[] {count.orElse(MISSING)}, new int[] {revision});
    }
    LocalDate end = day.isAfter(last()) ? day : last();
    LocalDate start = day.isBefore(first) ? day : first;
    LocalDate oldest = end.minusDays(DAYS - 1L);
    if (start.isBefore(oldest)) {
      start = oldest;
    }
    DemandHistory span = span(start, end);
    int index = span.index(day);
    if (index >= 0) {
      span.rides[index] = count.orElse(MISSING);
      span.revisions[index] = revision;
    }
    return span;
  }

  /** The counts up to a day, as the models read them; that one day as missing if there is none. */
  public DemandSeries series(LocalDate until) {
    int length = Math.max(0, Math.min(rides.length, index(until) + 1));
    if (length == 0) {
      return DemandSeries.of(until, Float.NaN);
    }
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = rides[i] == MISSING ? Float.NaN : rides[i];
    }
    return DemandSeries.of(first, values);
  }

  /** The revisions of the last days up to an origin, by ISO date. */
  public Map<String, Integer> revisions(LocalDate origin, int days) {
    Map<String, Integer> recent = new TreeMap<>();
    for (int i = Math.max(0, index(origin) - days + 1); i <= index(origin); i++) {
      if (i < revisions.length && revisions[i] > 0) {
        recent.put(first.plusDays(i).toString(), revisions[i]);
      }
    }
    return recent;
  }

  private DemandHistory span(LocalDate start, LocalDate end) {
    int length = (int) ChronoUnit.DAYS.between(start, end) + 1;
    int[] newRides = new int[length];
    int[] newRevisions = new int[length];
    Arrays.fill(newRides, MISSING);
    int shift = (int) ChronoUnit.DAYS.between(start, first);
    int from = Math.max(0, -shift);
    int kept = Math.min(rides.length - from, length - (from + shift));
    if (kept > 0) {
      System.arraycopy(rides, from, newRides, from + shift, kept);
      System.arraycopy(revisions, from, newRevisions, from + shift, kept);
    }
    return new DemandHistory(start, newRides, newRevisions);
  }

  private LocalDate last() {
    return first.plusDays(rides.length - 1L);
  }

  private int index(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(first, day);
  }
}
