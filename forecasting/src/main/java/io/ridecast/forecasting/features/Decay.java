package io.ridecast.forecasting.features;

/**
 * Exponential weights by age in days: halved every half-life, cut off where they stop mattering.
 */
final class Decay {
  private static final double LEAST_WEIGHT = 1e-3;

  private final double[] weights;

  Decay(double halfLifeDays, int longestAge) {
    int ages = (int) Math.ceil(-halfLifeDays * Math.log(LEAST_WEIGHT) / Math.log(2));
    weights = new double[Math.min(ages, longestAge)];
    for (int age = 0; age < weights.length; age++) {
      weights[age] = Math.pow(0.5, age / halfLifeDays);
    }
  }

  /** How many ages carry weight. */
  int ages() {
    return weights.length;
  }

  double weight(int age) {
    return weights[age];
  }
}
