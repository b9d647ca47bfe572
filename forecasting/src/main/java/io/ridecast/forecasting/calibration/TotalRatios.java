package io.ridecast.forecasting.calibration;

import io.ridecast.forecasting.measures.Quantile;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
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

  /** Between two quantiles of the ratios known at the origin; empty while these are too few. */
  Optional<TotalInterval> between(LocalDate origin, double lower, double upper) {
    double[] recent =
        ratios.tailMap(origin.minusDays(days), false).values().stream()
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (recent.length < LEAST_DAYS) {
      return Optional.empty();
    }
    double low = Quantile.of(recent, lower);
    return Optional.of(new TotalInterval(low, Math.max(low, Quantile.of(recent, upper))));
  }

  /** Of a total that is known as little more than a count: it spreads as a Poisson's does. */
  static TotalInterval poisson(double mean) {
    double side = NORMAL_P90 * Math.sqrt(mean);
    return new TotalInterval(Math.max(0, mean - side), mean + side);
  }
}
