package io.ridecast.forecasting.weather;

/** The weather of days as it was known at one instant: measured, forecast, or not known. */
@FunctionalInterface
public interface KnownWeather {
  /** Nothing is known of any day. */
  KnownWeather NOTHING = epochDay -> WeatherMeasures.UNKNOWN;

  /** What the newest report says of the day with this epoch day. */
  WeatherMeasures of(long epochDay);
}
