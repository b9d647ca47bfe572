package io.ridecast.benchmarks.report;

import java.util.List;

/** Figures by rank. */
public final class Percentiles {
  private final List<Double> sorted;

  private Percentiles(List<Double> sorted) {
    this.sorted = sorted;
  }

  /**
   * Of some figures.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Percentiles of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures");
    }
    return new Percentiles(figures.stream().sorted().toList());
  }

  /** The least figure that this share of all, from 0 to 1, does not exceed: the nearest rank. */
  public double at(double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
