package io.ridecast.forecasting.features;

import io.ridecast.forecasting.weather.KnownWeather;
import java.util.Arrays;

/**
 * What the weather does to the city's rides, learnt at each origin from the year before it: how the
 * logarithm of rides differed from the weeks around with what differed in the weather. Trees need
 * years of days to find that by themselves; a line needs a few weeks. Effects are ratios to what
 * the weather of the last two weeks did.
 */
final class WeatherResponse {
  /** Days up to the origin whose rides are told without what the weather did to them. */
  static final int PAST_DAYS = 56;

  private static final int LEAST_DAYS = 42;
  private static final double MOST = 3;
  private static final WeatherResponse NONE = new WeatherResponse(new double[0]);

  private final double[] effects;

  private WeatherResponse(double[] effects) {
    this.effects = effects;
  }

  /** Nothing is known of any weather. */
  static WeatherResponse none() {
    return NONE;
  }

  /** What {@code city} shows up to the origin of {@code days}. */
  static WeatherResponse of(SeriesState city, OriginDays days, KnownWeather known) {
    WeatherRecord record = new WeatherRecord(city, days, known);
    RidgeRegression regression = record.regression();
    if (regression.rows() < LEAST_DAYS) {
      return NONE;
    }
    double[] recent = record.meanTerms(0, WeatherRecord.AROUND - 1);
    double[] coefficients = regression.coefficients();
    double[] effects = new double[PAST_DAYS + FeatureRows.LAST_LEAD];
    Arrays.setAll(
        effects,
        index -> {
          long day = days.origin() - PAST_DAYS + 1 + index;
          return effect(WeatherTerms.of(known.of(day)), recent, coefficients);
        });
    return new WeatherResponse(effects);
  }

  /** Whether nothing could be learnt. */
  boolean isNone() {
    return effects.length == 0;
  }

  /**
   * The effect of the day {@code lead} days after the origin, up to 7 (negative: before it, down to
   * -55); NaN where its temperature or the response is not known.
   */
  double effect(int lead) {
    return isNone() ? Double.NaN : effects[PAST_DAYS - 1 + lead];
  }

  /** The same, 1 where it is not known. */
  double factor(int lead) {
    double effect = effect(lead);
    return Double.isNaN(effect) ? 1 : effect;
  }

  private static double effect(double[] terms, double[] recent, double[] coefficients) {
    double sum = 0;
    for (int term = 0; term < coefficients.length; term++) {
      double difference = terms[term] - recent[term];
      sum += Double.isNaN(difference) && term > 0 ? 0 : coefficients[term] * difference;
    }
    return Math.exp(Math.max(-MOST, Math.min(MOST, sum)));
  }
}
