package io.ridecast.forecasting.features;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.weather.KnownWeather;
import java.time.LocalDate;

/**
 * What all communities share at one origin: the calendar, the weather and the city's own state,
 * with the features that follow from them by lead. Computed once a batch.
 */
public final class CityState {
  private final EventCalendar events;
  private final OriginDays days;
  private final SeriesState series;
  private final WeatherResponse response;
  private final WeatherFeatures weather;
  private final float[][] shared;

  private CityState(DemandSeries city, LocalDate origin, Circumstances circumstances) {
    events = circumstances.events();
    days = new OriginDays(origin.toEpochDay(), circumstances.holidays(), events.cityWide());
    SeriesState seen = SeriesState.of(city, days, WeekdayProfile.flat(), 1);
    KnownWeather known = circumstances.weatherKnownAt(origin);
    response =
        circumstances.hasWeather() ? WeatherResponse.of(seen, days, known) : WeatherResponse.none();
    series =
        response.isNone()
            ? seen
            : SeriesState.of(city, days, WeekdayProfile.flat(), 1, response, LevelPrior.none());
    weather = new WeatherFeatures(days.origin(), known, response);
    shared = new float[FeatureRows.LAST_LEAD + 1][];
  }

  /**
   * The city's state at {@code origin}; neither later days of {@code city} are looked at, nor
   * weather that was issued later.
   */
  public static CityState at(LocalDate origin, DemandSeries city, Circumstances circumstances) {
    return new CityState(city, origin, circumstances);
  }

  /** The calendar with the events of {@code community}. */
  OriginDays days(Community community) {
    return days.with(events.of(community));
  }

  /** What the weather does to all communities' rides. */
  WeatherResponse weather() {
    return response;
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
      row[FeatureColumn.CITY_EVENT_EFFECT.position()] = EventFeatures.effect(series, days, lead);
      weather.fill(lead, row);
      shared[lead] = row;
    }
    System.arraycopy(row, 0, target, offset, row.length);
  }
}
