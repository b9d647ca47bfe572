package io.ridecast.forecasting.features;

import java.time.LocalDate;

/** Features that follow from the calendar alone. */
final class CalendarFeatures {
  private static final double DAYS_OF_YEAR = 365.25;
  private static final int LAG_WEEKS = 4;

  private CalendarFeatures() {}

  static void fill(OriginDays days, int lead, float[] row) {
    row[FeatureColumn.LEAD.position()] = lead;
    row[FeatureColumn.WEEKDAY.position()] = days.weekday(-lead);
    int dayOfYear = LocalDate.ofEpochDay(days.origin() + lead).getDayOfYear();
    double angle = 2 * Math.PI * dayOfYear / DAYS_OF_YEAR;
    row[FeatureColumn.YEAR_SINE.position()] = (float) Math.sin(angle);
    row[FeatureColumn.YEAR_COSINE.position()] = (float) Math.cos(angle);
    row[FeatureColumn.HALF_YEAR_SINE.position()] = (float) Math.sin(2 * angle);
    row[FeatureColumn.HALF_YEAR_COSINE.position()] = (float) Math.cos(2 * angle);
    row[FeatureColumn.HOLIDAY.position()] = days.holiday(-lead).code();
    row[FeatureColumn.HOLIDAY_BEFORE.position()] = days.holiday(1 - lead).code();
    row[FeatureColumn.HOLIDAY_AFTER.position()] = days.holiday(-1 - lead).code();
    row[FeatureColumn.HOLIDAY_ORIGIN.position()] = days.holiday(0).code();
    row[FeatureColumn.HOLIDAY_WEEK_AGO.position()] = days.holiday(7 - lead).code();
    int holidays = 0;
    for (int week = 1; week <= LAG_WEEKS; week++) {
      holidays += days.unusual(7 * week - lead) ? 1 : 0;
    }
    row[FeatureColumn.HOLIDAY_LAGS.position()] = holidays;
  }
}
