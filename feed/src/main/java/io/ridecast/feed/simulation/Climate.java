package io.ridecast.feed.simulation;

import io.ridecast.forecasting.weather.WeatherMeasures;
import java.time.LocalDate;

/** What thermometer and gauge show in Chicago when a day is so warm for its season and so wet. */
final class Climate {
  private static final double DAYS_OF_YEAR = 365.25;
  private static final int WARMEST_DAY_OF_YEAR = 204;
  private static final double YEAR_MEAN = 14.5;
  private static final double YEAR_AMPLITUDE = 14.5;
  private static final double SPELL_DEGREES = 5;
  private static final double NIGHT_DEGREES = 9.5;
  private static final double WET_NIGHT_DEGREES = 6;
  private static final double LEAST_RAIN = 1;
  private static final double RAIN_PER_WETNESS = 12;
  private static final double WIND = 17;
  private static final double WIND_PER_WETNESS = 4;

  private Climate() {}

  /** Highest temperature of a day. */
  static double tmax(LocalDate date, double spell) {
    double angle = 2 * Math.PI * (date.getDayOfYear() - WARMEST_DAY_OF_YEAR) / DAYS_OF_YEAR;
    return YEAR_MEAN + YEAR_AMPLITUDE * Math.cos(angle) + SPELL_DEGREES * spell;
  }

  /** Rain or melted snow of a day. */
  static double precipitation(double wetness) {
    double above = wetness - CityWeather.RAIN_ABOVE;
    return above > 0 ? LEAST_RAIN + RAIN_PER_WETNESS * above : 0;
  }

  /**
   * All measures.
   *
   * @param gust how windy it is beside that, a standard normal variate
   * @param snow its depth
   */
  static WeatherMeasures measures(
      LocalDate date, double spell, double wetness, double gust, double snow) {
    double tmax = tmax(date, spell);
    double precipitation = precipitation(wetness);
    double night = precipitation > 0 ? WET_NIGHT_DEGREES : NIGHT_DEGREES;
    double wind = Math.max(3, WIND + WIND_PER_WETNESS * wetness + 5 * gust);
    return WeatherMeasures.of(
        rounded(tmax), rounded(tmax - night), rounded(precipitation), rounded(wind), rounded(snow));
  }

  /** As stations report them. */
  private static double rounded(double value) {
    return Math.rint(value * 10) / 10;
  }
}
