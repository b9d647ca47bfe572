package io.ridecast.forecasting.features;

import io.ridecast.forecasting.holidays.HolidayCalendar;
import io.ridecast.forecasting.holidays.HolidayCode;

/**
 * The calendar as seen from one origin: weekdays and holidays by age, shared by all communities.
 */
final class OriginDays {
  /** Days of history that features look at: 56 weeks, so that a month of last year is in it. */
  static final int WINDOW = 392;

  private static final int THURSDAY_OF_EPOCH = 3;

  private final long origin;
  private final HolidayCalendar holidays;
  private final boolean[] unusual = new boolean[WINDOW];

  OriginDays(long origin, HolidayCalendar holidays) {
    this.origin = origin;
    this.holidays = holidays;
    for (int age = 0; age < WINDOW; age++) {
      unusual[age] = holidays.code(origin - age).unusual();
    }
  }

  long origin() {
    return origin;
  }

  /** Whether the day of this age is a holiday or lies at one. */
  boolean unusual(int age) {
    return unusual[age];
  }

  /** The weekday of this age, 0 is Monday; a negative age lies after the origin. */
  int weekday(int age) {
    return (int) Math.floorMod(origin - age + THURSDAY_OF_EPOCH, 7L);
  }

  HolidayCode holiday(int age) {
    return age >= 0 && age < WINDOW && !unusual[age]
        ? HolidayCode.ORDINARY
        : holidays.code(origin - age);
  }
}
