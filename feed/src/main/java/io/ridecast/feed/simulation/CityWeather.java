package io.ridecast.feed.simulation;

import java.time.LocalDate;

/**
 * What the weather does to the whole city's rides: warm or cold spells that last some days, and wet
 * days that come in a row. Both follow a standard normal series that forgets at a fixed rate, as a
 * sum over the past days' shocks, so that any day is found without those before it.
 */
final class CityWeather {
  private static final int SPELL = 1;
  private static final int RAIN = 2;
  private static final int REMEMBERED_DAYS = 15;
  private static final double SPELL_MEMORY = 0.7;
  private static final double SPELL_SIGMA = 0.20;
  private static final double RAIN_MEMORY = 0.5;

  /** Of wetness. */
  static final double RAIN_ABOVE = 0.8;

  private static final double RAIN_SHARE = 0.2119;
  private static final double RAINY_RIDES = 0.62;
  private static final double RAIN_MEAN = 1 - RAIN_SHARE * (1 - RAINY_RIDES);

  private final long seed;

  CityWeather(long seed) {
    this.seed = seed;
  }

  /** The factor of a day; its long-run mean is 1. */
  double factor(LocalDate date) {
    double spell = spell(date);
    double warmth = Math.exp(SPELL_SIGMA * spell - SPELL_SIGMA * SPELL_SIGMA / 2);
    return warmth * (rains(date) ? RAINY_RIDES : 1) / RAIN_MEAN;
  }

  /** Whether the day is wet. */
  boolean rains(LocalDate date) {
    return wetness(date) > RAIN_ABOVE;
  }

  /** How warm the day is for its time of year, a standard normal variate. */
  double spell(LocalDate date) {
    return series(SPELL, SPELL_MEMORY, date.toEpochDay());
  }

  /** How wet the air is, a standard normal variate; it rains above {@link #RAIN_ABOVE}. */
  double wetness(LocalDate date) {
    return series(RAIN, RAIN_MEMORY, date.toEpochDay());
  }

  private double series(int purpose, double memory, long day) {
    double sum = 0;
    double weight = Math.sqrt(1 - memory * memory);
    for (int back = 0; back < REMEMBERED_DAYS; back++) {
      sum += weight * Seeds.random(seed, purpose, day - back, 0).nextGaussian();
      weight *= memory;
    }
    return sum;
  }
}
