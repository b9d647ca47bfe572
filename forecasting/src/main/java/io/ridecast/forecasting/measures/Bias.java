package io.ridecast.forecasting.measures;

/**
 * Relative bias: sum of (forecast - actual) over sum of actuals, pooled over all pairs; positive is
 * too high (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed., 5.8, mean
 * error scaled by the mean). Pairs with a missing actual are left out.
 */
public final class Bias {
  private double differences;
  private double actuals;

  /** Adds one pair, in rides. */
  public void add(double forecast, double actual) {
    if (!Double.isNaN(actual)) {
      differences += forecast - actual;
      actuals += actual;
    }
  }

  /** The measure so far; NaN without rides. */
  public double value() {
    return actuals > 0 ? differences / actuals : Double.NaN;
  }
}
