package io.ridecast.forecasting.features;

import io.ridecast.forecasting.holidays.HolidayCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;

/**
 * What all communities share at one origin: the calendar and the city's own state, with the
 * features that follow from them by lead. Computed once a batch.
 */
public final class CityState {
  private final OriginDays days;
  private final SeriesState series;
  private final float[][] shared;

  private CityState(DemandSeries city, LocalDate origin, HolidayCalendar holidays) {
    days = new OriginDays(origin.toEpochDay(), holidays);
    series = SeriesState.of(city, days, WeekdayProfile.flat(), 1);
    shared = new float[FeatureRows.LAST_LEAD + 1][];
  }

  /** The city's state at {@code origin}; later days of {@code city} are not looked at. */
  public static CityState at(LocalDate origin, DemandSeries city, HolidayCalendar holidays) {
    return new CityState(city, origin, holidays);
  }

  OriginDays days() {
    return days;
  }

  SeriesState series() {
    return series;
  }

  /** A row whose shared features are filled in for {@code lead}. */
  void fill(int lead, float[] target, int offset) {
    float[] row = shared[lead];
    if (row == null) {
      row = new float[FeatureList.size()];
      CalendarFeatures.fill(days, lead, row);
      CityFeatures.fill(series, lead, row);
      shared[lead] = row;
    }
    System.arraycopy(row, 0, target, offset, row.length);
  }
}
