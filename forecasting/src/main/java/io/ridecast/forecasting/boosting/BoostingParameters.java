package io.ridecast.forecasting.boosting;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one XGBoost model is grown (names as in XGBoost's own parameter reference).
 *
 * @param rounds trees per output
 * @param eta learning rate
 * @param maxDepth of a tree
 * @param minChildWeight least weight in a leaf, in rows of mean weight; a fit on few rows takes
 *     less (see {@link #forRows})
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
  /** What a leaf needs at least whatever share of the rows it is, if that much is asked for. */
  private static final double FEW_ROWS = 60;

  /** A leaf never needs more of the rows than this, beyond {@link #FEW_ROWS}. */
  private static final double MOST_OF_ROWS = 0.003;

  /** Refuses what XGBoost would only stumble over. */
  public BoostingParameters {
    if (rounds < 1 || maxDepth < 1 || maxBins < 2 || !(eta > 0)) {
      throw new IllegalArgumentException(
          "rounds, depth and eta are above 0 and there are at least 2 bins");
    }
  }

  /** All of them by XGBoost's names. */
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("rounds", Integer.toString(rounds));
    named.put("eta", Double.toString(eta));
    named.put("max_depth", Integer.toString(maxDepth));
    named.put("min_child_weight", Double.toString(minChildWeight));
    named.put("subsample", Double.toString(subsample));
    named.put("colsample_bytree", Double.toString(columnSample));
    named.put("lambda", Double.toString(lambda));
    named.put("max_bin", Integer.toString(maxBins));
    return named;
  }

  /** These with another number of trees. */
  public BoostingParameters withRounds(int other) {
    return new BoostingParameters(
        other, eta, maxDepth, minChildWeight, subsample, columnSample, lambda, maxBins);
  }

  /** These with another learning rate. */
  public BoostingParameters withEta(double other) {
    return new BoostingParameters(
        rounds, other, maxDepth, minChildWeight, subsample, columnSample, lambda, maxBins);
  }

  /** These with another least weight in a leaf. */
  public BoostingParameters withMinChildWeight(double other) {
    return new BoostingParameters(
        rounds, eta, maxDepth, other, subsample, columnSample, lambda, maxBins);
  }

  /** These for a fit on so many rows: a leaf needs no more than .3 % of them, or 60. */
  BoostingParameters forRows(int rows) {
    return withMinChildWeight(Math.min(minChildWeight, Math.max(FEW_ROWS, MOST_OF_ROWS * rows)));
  }

  /**
   * The reverse of {@link #named}.
   *
   * @throws IllegalArgumentException for a name that is missing or a value that is no number
   */
  public static BoostingParameters of(Map<String, String> named) {
    return new BoostingParameters(
        (int) number(named, "rounds"),
        number(named, "eta"),
        (int) number(named, "max_depth"),
        number(named, "min_child_weight"),
        number(named, "subsample"),
        number(named, "colsample_bytree"),
        number(named, "lambda"),
        (int) number(named, "max_bin"));
  }

  private static double number(Map<String, String> named, String name) {
    String value = named.get(name);
    if (value == null) {
      throw new IllegalArgumentException("parameter " + name + " is missing");
    }
    return Double.parseDouble(value);
  }
}
