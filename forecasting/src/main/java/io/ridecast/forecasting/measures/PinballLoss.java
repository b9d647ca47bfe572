package io.ridecast.forecasting.measures;

/**
 * Mean pinball (quantile) loss, in rides: level x (actual - forecast) where the actual lies above,
 * (1 - level) x (forecast - actual) where it lies below (Koenker and Bassett, "Regression
 * Quantiles", Econometrica 46, 1978). Pairs with a missing actual are left out.
 */
public final class PinballLoss {
  private final double level;
  private double loss;
  private double actuals;
  private long pairs;

  /**
   * Of the quantile at {@code level}.
   *
   * @param level between 0 and 1, both excluded
   */
  public PinballLoss(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
    this.level = level;
  }

  /** Adds one pair, in rides. */
  public void add(double quantile, double actual) {
    if (!Double.isNaN(actual)) {
      double gap = actual - quantile;
      loss += gap >= 0 ? level * gap : (level - 1) * gap;
      actuals += actual;
      pairs++;
    }
  }

  /** The mean loss so far, in rides; NaN without pairs. */
  public double value() {
    return pairs > 0 ? loss / pairs : Double.NaN;
  }

  /**
   * Twice the loss over the sum of actuals, one quantile's part of the weighted scaled pinball loss
   * (Makridakis et al., "The M5 uncertainty competition", 2022, scaled by rides); NaN without
   * rides.
   */
  public double scaled() {
    return actuals > 0 ? 2 * loss / actuals : Double.NaN;
  }
}
