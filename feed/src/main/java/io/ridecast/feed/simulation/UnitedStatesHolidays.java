package io.ridecast.feed.simulation;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;

/** What the great holidays do to rides: outings in summer, quiet streets in winter. */
final class UnitedStatesHolidays {
  private UnitedStatesHolidays() {}

  /** The factor of a day, 1 on a usual one. */
  static double factor(LocalDate date) {
    return switch (date.getMonth()) {
      case JANUARY -> date.getDayOfMonth() == 1 ? 0.55 : 1;
      case MAY -> date.equals(date.with(lastInMonth(MONDAY))) ? 1.25 : 1;
      case JULY -> date.getDayOfMonth() == 4 ? 1.3 : 1;
      case SEPTEMBER -> date.equals(date.with(dayOfWeekInMonth(1, MONDAY))) ? 1.2 : 1;
      case NOVEMBER -> thanksgiving(date);
      case DECEMBER -> date.getDayOfMonth() == 25 ? 0.35 : date.getDayOfMonth() == 24 ? 0.6 : 1;
      default -> 1;
    };
  }

  private static double thanksgiving(LocalDate date) {
    LocalDate thursday = LocalDate.of(date.getYear(), Month.NOVEMBER, 1);
    thursday = thursday.with(dayOfWeekInMonth(4, THURSDAY));
    if (date.equals(thursday)) {
      return 0.4;
    }
    return date.equals(thursday.plusDays(1)) ? 0.8 : 1;
  }
}
