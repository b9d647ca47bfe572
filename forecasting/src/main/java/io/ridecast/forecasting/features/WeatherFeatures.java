package io.ridecast.forecasting.features;

import io.ridecast.forecasting.weather.KnownWeather;
import io.ridecast.forecasting.weather.WeatherMeasures;

/** Features that follow from the weather as it was known at one origin; NaN where it was not. */
final class WeatherFeatures {
  private static final int RECENT_DAYS = 14;

  private final long origin;
  private final KnownWeather known;
  private final WeatherResponse response;
  private final double recentTmax;
  private final double wetShare;

  WeatherFeatures(long origin, KnownWeather known, WeatherResponse response) {
    this.origin = origin;
    this.response = response;
    this.known = known;
    Mean tmax = new Mean();
    Mean wet = new Mean();
    for (int age = 0; age < RECENT_DAYS; age++) {
      WeatherMeasures day = known.of(origin - age);
      tmax.add(day.tmax());
      wet.add(WeatherTerms.wet(day.precipitation()));
    }
    recentTmax = tmax.value();
    wetShare = wet.value();
  }

  void fill(int lead, float[] row) {
    WeatherMeasures target = known.of(origin + lead);
    WeatherMeasures last = known.of(origin);
    row[FeatureColumn.TMAX.position()] = target.tmax();
    row[FeatureColumn.TMIN.position()] = target.tmin();
    row[FeatureColumn.PRECIPITATION.position()] = target.precipitation();
    row[FeatureColumn.WIND.position()] = target.wind();
    row[FeatureColumn.SNOW.position()] = target.snow();
    row[FeatureColumn.TMAX_SHIFT.position()] = (float) (target.tmax() - recentTmax);
    row[FeatureColumn.WET_SHARE.position()] = (float) wetShare;
    row[FeatureColumn.ORIGIN_TMAX_SHIFT.position()] = (float) (last.tmax() - recentTmax);
    row[FeatureColumn.ORIGIN_PRECIPITATION.position()] = last.precipitation();
    row[FeatureColumn.WEATHER_EFFECT.position()] = (float) response.effect(lead);
    row[FeatureColumn.ORIGIN_WEATHER_EFFECT.position()] = (float) response.effect(0);
  }

  /** The mean of what is known; NaN without any. */
  private static final class Mean {
    private double sum;
    private int count;

    void add(float value) {
      if (!Float.isNaN(value)) {
        sum += value;
        count++;
      }
    }

    double value() {
      return sum / count;
    }
  }
}
