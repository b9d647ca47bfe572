package io.ridecast.forecasting.measures;

import java.util.Arrays;

/** Quantiles of a sample. */
public final class Quantile {
  private Quantile() {}

  /**
   * That which the next value exceeds with a probability of 1 - level (Hyndman and Fan, "Sample
   * Quantiles in Statistical Packages", 1996, their 6th), within the sample's ends.
   *
   * @param values at least one, in any order
   * @param level between 0 and 1
   */
  public static double of(double[] values, double level) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double rank = level * (sorted.length + 1) - 1;
    int below = (int) Math.max(0, Math.min(sorted.length - 1.0, Math.floor(rank)));
    int above = Math.min(sorted.length - 1, below + 1);
    double share = Math.max(0, Math.min(1, rank - below));
    return sorted[below] + share * (sorted[above] - sorted[below]);
  }
}
