package io.ridecast.forecasting.features;

import io.ridecast.forecasting.weather.WeatherMeasures;

/** The weather of a day as numbers about the size of 1 that demand answers to by factors. */
final class WeatherTerms {
  /** How many there are. */
  static final int COUNT = 6;

  private static final float HOT = 27;
  private static final float WET = 1;

  private WeatherTerms() {}

  /** The terms of a day; NaN where the measure is not known. */
  static double[] of(WeatherMeasures day) {
    return new double[] {
      day.tmax() / 5,
      Math.max(0, day.tmax() - HOT) / 5,
      wet(day.precipitation()),
      Math.log1p(day.precipitation()),
      day.wind() / 10,
      Math.log1p(day.snow()) / 3
    };
  }

  /** 1 for a wet day, 0 for a dry one. */
  static float wet(float precipitation) {
    return Float.isNaN(precipitation) ? Float.NaN : precipitation >= WET ? 1 : 0;
  }
}
