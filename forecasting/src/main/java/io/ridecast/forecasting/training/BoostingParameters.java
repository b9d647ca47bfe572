package io.ridecast.forecasting.training;

/**
 * How one XGBoost model is grown (names as in XGBoost's own parameter reference).
 *
 * @param rounds trees per output
 * @param eta learning rate
 * @param maxDepth of a tree
 * @param minChildWeight least weight in a leaf
 * @param subsample share of rows per tree
 * @param columnSample share of features per tree
 * @param lambda L2 penalty of leaf weights
 * @param maxBins histogram bins per feature
 */
public record BoostingParameters(
    int rounds,
    double eta,
    int maxDepth,
    double minChildWeight,
    double subsample,
    double columnSample,
    double lambda,
    int maxBins) {
  /** Refuses what XGBoost would only stumble over. */
  public BoostingParameters {
    if (rounds < 1 || maxDepth < 1 || maxBins < 2 || !(eta > 0)) {
      throw new IllegalArgumentException(
          "rounds, depth and eta are above 0 and there are at least 2 bins");
    }
  }
}
