package io.ridecast.forecasting.measures;

/**
 * Weighted absolute percentage error: sum of |forecast - actual| over sum of actuals, pooled over
 * all pairs (Kolassa and Schütz, "Advantages of the MAD/Mean ratio over the MAPE", Foresight 6,
 * 2007). Lower is better, 0 is exact. Pairs with a missing actual are left out.
 */
public final class Wape {
  private double errors;
  private double actuals;

  /** Adds one pair, in rides. */
  public void add(double forecast, double actual) {
    if (!Double.isNaN(actual)) {
      errors += Math.abs(forecast - actual);
      actuals += actual;
    }
  }

  /** The measure so far; NaN without rides. */
  public double value() {
    return actuals > 0 ? errors / actuals : Double.NaN;
  }
}
