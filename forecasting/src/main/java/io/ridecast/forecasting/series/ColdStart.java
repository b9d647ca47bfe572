package io.ridecast.forecasting.series;

import java.time.LocalDate;

/**
 * When a community counts as new, whether it has just opened or opened again after months: as long
 * as fewer than {@value #SEASONED_DAYS} of its last {@value #WINDOW_DAYS} days are known. From then
 * on it is forecast as well as communities with a long history (measured; docs/cold-start.md).
 */
public final class ColdStart {
  /** Known days that end a cold start. */
  public static final int SEASONED_DAYS = 14;

  /** Days up to the origin among which known ones are counted. */
  public static final int WINDOW_DAYS = 56;

  private ColdStart() {}

  /** How many of the last {@value #WINDOW_DAYS} days up to {@code origin} are known. */
  public static int knownDays(DemandSeries demand, LocalDate origin) {
    int known = 0;
    for (int age = 0; age < WINDOW_DAYS; age++) {
      known += Float.isNaN(demand.at(origin.toEpochDay() - age)) ? 0 : 1;
    }
    return known;
  }

  /** Whether a community with so many {@linkplain #knownDays known days} counts as new. */
  public static boolean is(int knownDays) {
    return knownDays < SEASONED_DAYS;
  }
}
