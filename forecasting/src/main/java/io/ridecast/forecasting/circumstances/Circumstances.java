package io.ridecast.forecasting.circumstances;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.holidays.HolidayCalendar;
import io.ridecast.forecasting.weather.KnownWeather;
import io.ridecast.forecasting.weather.WeatherHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What is known of days beside their demand.
 *
 * @param holidays public holidays
 * @param events the operator's own days
 * @param weather all that was issued about the weather
 * @param days the local days of the city, whose ends are the instants of origins
 */
public record Circumstances(
    HolidayCalendar holidays, EventCalendar events, WeatherHistory weather, ServiceDay days) {
  private static final Circumstances USUAL =
      new Circumstances(
          HolidayCalendar.unitedStates(),
          EventCalendar.none(),
          WeatherHistory.none(),
          new ServiceDay(ZoneOffset.UTC));

  /** Public holidays, and nothing else. */
  public static Circumstances usual() {
    return USUAL;
  }

  /** These with the operator's own days. */
  public Circumstances with(EventCalendar other) {
    return new Circumstances(holidays, other, weather, days);
  }

  /** These with other weather, of a city with these local days. */
  public Circumstances with(WeatherHistory other, ServiceDay its) {
    return new Circumstances(holidays, events, other, its);
  }

  /** These as if nobody had ever said anything about the weather. */
  public Circumstances withoutWeather() {
    return with(WeatherHistory.none(), days);
  }

  /** These without the weather that was issued after the day {@code last} had ended. */
  public Circumstances until(LocalDate last) {
    return weather.isEmpty() ? this : with(weather.until(days.end(last)), days);
  }

  /** Whether anybody has ever said anything about the weather. */
  public boolean hasWeather() {
    return !weather.isEmpty();
  }

  /** The weather as it was known when the day {@code origin} ended. */
  public KnownWeather weatherKnownAt(LocalDate origin) {
    return weather.isEmpty() ? KnownWeather.NOTHING : weather.before(days.end(origin));
  }
}
