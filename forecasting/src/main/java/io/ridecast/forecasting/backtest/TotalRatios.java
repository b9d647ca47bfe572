package io.ridecast.forecasting.backtest;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How the city's totals of the last days related to the sums forecast for them. */
final class TotalRatios {
  /** Fewer days than this say too little of a spread. */
  private static final int LEAST_DAYS = 10;

  private static final double NORMAL_P90 = 1.2816;

  private final int days;
  private final NavigableMap<LocalDate, Double> ratios = new TreeMap<>();

  /** Ratios of so many target days. */
  TotalRatios(int days) {
    this.days = days;
  }

  /** Adds a day whose total has come, in rides; a missing one is left out. */
  void add(LocalDate target, double mean, double total) {
    if (!Double.isNaN(total) && mean > 0) {
      ratios.put(target, total / mean);
      ratios.headMap(target.minusDays(days), true).clear();
    }
  }

  /** A quantile of the total whose sum of means is {@code mean}; a Poisson's without a history. */
  double quantile(LocalDate origin, double mean, double level) {
    double[] recent =
        ratios.tailMap(origin.minusDays(days), false).values().stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (recent.length < LEAST_DAYS) {
      double side = Math.signum(level - 0.5);
      return Math.max(0, mean + side * NORMAL_P90 * Math.sqrt(mean));
    }
    return mean * quantile(recent, level);
  }

  /** That which the next value exceeds with a probability of 1 - level (Hyndman and Fan's 6th). */
  private static double quantile(double[] sorted, double level) {
    double rank = level * (sorted.length + 1) - 1;
    int below = (int) Math.max(0, Math.min(sorted.length - 1.0, Math.floor(rank)));
    int above = Math.min(sorted.length - 1, below + 1);
    double share = Math.max(0, Math.min(1, rank - below));
    return sorted[below] + share * (sorted[above] - sorted[below]);
  }
}
