package io.ridecast.forecasting.calibration;

/**
 * Where a total is to lie, in rides or in units of its forecast mean.
 *
 * @param low at most one total in ten is below
 * @param high at most one total in ten is above
 */
public record TotalInterval(double low, double high) {
  /** Refuses what is no interval of counts. */
  public TotalInterval {
    if (!(low >= 0 && low <= high && Double.isFinite(high))) {
      throw new IllegalArgumentException("not an interval of totals: " + low + " to " + high);
    }
  }

  /** The value itself, or the end that it is beyond. */
  public double within(double value) {
    return Math.max(low, Math.min(high, value));
  }

  /** The interval of a total with that forecast mean, where this one's mean is 1. */
  public TotalInterval times(double mean) {
    return new TotalInterval(low * mean, high * mean);
  }
}
