package io.ridecast.forecasting.measures;

/**
 * Share of actuals within their interval, both ends included (Gneiting and Raftery, "Strictly
 * proper scoring rules, prediction, and estimation", JASA 102, 2007). P10 to P90 should hold 0.8.
 * Missing actuals are left out.
 */
public final class Coverage {
  private long within;
  private long pairs;

  /** Adds one interval and what came, in rides. */
  public void add(double low, double high, double actual) {
    if (!Double.isNaN(actual)) {
      within += low <= actual && actual <= high ? 1 : 0;
      pairs++;
    }
  }

  /** The share so far; NaN without pairs. */
  public double value() {
    return pairs > 0 ? (double) within / pairs : Double.NaN;
  }

  /** How many actuals were compared. */
  public long pairs() {
    return pairs;
  }
}
