package io.ridecast.forecasting.weather;

import org.jspecify.annotations.Nullable;

/**
 * The weather of a day; NaN where a measure is not known.
 *
 * @param tmax highest temperature, degrees Celsius
 * @param tmin lowest temperature, degrees Celsius
 * @param precipitation mm
 * @param wind km/h
 * @param snow depth in mm
 */
public record WeatherMeasures(float tmax, float tmin, float precipitation, float wind, float snow) {
  /** Nothing is known. */
  public static final WeatherMeasures UNKNOWN =
      new WeatherMeasures(Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN);

  /** Measures of which null ones are not known. */
  public static WeatherMeasures of(
      @Nullable Double tmax,
      @Nullable Double tmin,
      @Nullable Double precipitation,
      @Nullable Double wind,
      @Nullable Double snow) {
    return new WeatherMeasures(
        known(tmax), known(tmin), known(precipitation), known(wind), known(snow));
  }

  private static float known(@Nullable Double measure) {
    return measure == null ? Float.NaN : measure.floatValue();
  }
}
