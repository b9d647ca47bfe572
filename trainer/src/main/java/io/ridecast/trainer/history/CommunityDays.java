package io.ridecast.trainer.history;

import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.Arrays;

/** The days of one community: rides where closed, missing where no service ran, else unknown. */
final class CommunityDays {
  static final float NO_SERVICE = Float.NaN;
  private static final float UNKNOWN = -1;
  private static final int GROWTH = 64;

  private long first;
  private float[] rides = {};

  void put(LocalDate day, float count) {
    int at = index(day); // may replace the array
    rides[at] = count;
  }

  void forget(LocalDate day) {
    put(day, UNKNOWN);
  }

  /** Whether any day is closed, or out of service. */
  boolean any() {
    return firstKnown() >= 0;
  }

  /** The first day that is closed or out of service; there has to be one. */
  LocalDate first() {
    return LocalDate.ofEpochDay(first + firstKnown());
  }

  /** The last such day; there has to be one. */
  LocalDate last() {
    int last = rides.length - 1;
    while (rides[last] == UNKNOWN) {
      last--;
    }
    return LocalDate.ofEpochDay(first + last);
  }

  /** From the first known day to {@code last}, which is not before it; unknown days are missing. */
  DemandSeries until(LocalDate last) {
    int from = firstKnown();
    int to = (int) (last.toEpochDay() - first) + 1;
    float[] counts = new float[to - from];
    Arrays.fill(counts, Float.NaN);
    for (int at = from; at < Math.min(to, rides.length); at++) {
      counts[at - from] = rides[at] == UNKNOWN ? Float.NaN : rides[at];
    }
    return DemandSeries.of(LocalDate.ofEpochDay(first + from), counts);
  }

  private int firstKnown() {
    for (int at = 0; at < rides.length; at++) {
      if (rides[at] != UNKNOWN) {
        return at;
      }
    }
    return -1;
  }

  /** Makes room for the day, some more on the side where days are added. */
  private int index(LocalDate day) {
    long epochDay = day.toEpochDay();
    if (rides.length == 0) {
      first = epochDay;
    }
    int before = epochDay < first ? (int) (first - epochDay) + GROWTH : 0;
    int after = (int) Math.max(0, epochDay - first + 1 - rides.length);
    if (before > 0 || after > 0) {
      float[] grown = new float[before + rides.length + (after > 0 ? after + GROWTH : 0)];
      Arrays.fill(grown, UNKNOWN);
      System.arraycopy(rides, 0, grown, before, rides.length);
      rides = grown;
      first -= before;
    }
    return (int) (epochDay - first);
  }
}
