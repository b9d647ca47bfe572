package io.ridecast.forecasting.features;

import io.ridecast.forecasting.holidays.EventDays;
import io.ridecast.forecasting.holidays.HolidayCalendar;
import io.ridecast.forecasting.holidays.HolidayCode;

/**
 * The calendar as seen from one origin: weekdays and holidays by age, shared by all communities.
 */
final class OriginDays {
  /** Days of history that features look at: 56 weeks, so that a month of last year is in it. */
  static final int WINDOW = 392;

  private static final int RARE_WITHIN_DAYS = 28;
  private static final int MOST_RARE_DAYS = 7;
  private static final int THURSDAY_OF_EPOCH = 3;

  private final long origin;
  private final HolidayCalendar holidays;
  private final EventDays events;
  private final boolean[] unusual = new boolean[WINDOW];

  OriginDays(long origin, HolidayCalendar holidays, EventDays events) {
    this.origin = origin;
    this.holidays = holidays;
    this.events = events;
    for (int age = 0; age < WINDOW; age++) {
      unusual[age] = holidays.code(origin - age).unusual();
    }
    if (!events.isEmpty()) {
      markRareEvents();
    }
  }

  /** The same days with other events. */
  @SuppressWarnings("ReferenceEquality") // Most communities share the city's: these cost nothing.
  OriginDays with(EventDays other) {
    return other == events ? this : new OriginDays(origin, holidays, other);
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

  EventDays events() {
    return events;
  }

  /** Own events on the day of this age; a negative age lies after the origin. */
  int events(int age) {
    return events.count(origin - age);
  }

  /**
   * A day with a rare event says little about the same weekday of other weeks. Where events are so
   * frequent that levels would rest on few days, they are what is usual.
   */
  private void markRareEvents() {
    for (int age = 0; age < WINDOW; age++) {
      if (events(age) > 0 && eventDays(age) <= MOST_RARE_DAYS) {
        unusual[age] = true;
      }
    }
  }

  private int eventDays(int youngest) {
    int days = 0;
    for (int age = youngest; age < youngest + RARE_WITHIN_DAYS; age++) {
      days += events(age) > 0 ? 1 : 0;
    }
    return days;
  }
}
