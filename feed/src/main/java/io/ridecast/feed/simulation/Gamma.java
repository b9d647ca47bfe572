package io.ridecast.feed.simulation;

import java.util.random.RandomGenerator;

/**
 * Gamma variates by Marsaglia and Tsang, "A simple method for generating gamma variables" (2000).
 */
final class Gamma {
  private Gamma() {}

  /**
   * A variate of mean 1.
   *
   * @param shape at least 1; the variance is its reciprocal
   */
  static double withMeanOne(double shape, RandomGenerator random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v / shape;
      }
    }
  }
}
