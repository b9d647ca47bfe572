package io.ridecast.forecasting.measures;

/**
 * Mean absolute scaled error: the mean absolute error over that of the 7-day seasonal naive on the
 * same pairs (Hyndman and Koehler, "Another look at measures of forecast accuracy", International
 * Journal of Forecasting 22, 2006, with the scale taken out of sample). Below 1 beats the naive.
 */
public final class Mase {
  private double errors;
  private double naiveErrors;

  /** Adds one forecast with the naive one for the same day; any missing value leaves it out. */
  public void add(double forecast, double naive, double actual) {
    if (!Double.isNaN(actual) && !Double.isNaN(naive)) {
      errors += Math.abs(forecast - actual);
      naiveErrors += Math.abs(naive - actual);
    }
  }

  /** The measure so far; NaN where the naive made no error. */
  public double value() {
    return naiveErrors > 0 ? errors / naiveErrors : Double.NaN;
  }
}
