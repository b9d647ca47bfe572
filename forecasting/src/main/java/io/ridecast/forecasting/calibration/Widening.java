package io.ridecast.forecasting.calibration;

/**
 * How far the ends of a raw interval move outwards, in units of {@link #unit}.
 *
 * @param low of the lower end
 * @param high of the upper end
 */
public record Widening(double low, double high) {
  private static final double LEAST_UNIT = 0.5;

  /** Refuses what is no number. */
  public Widening {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException("a widening is a finite number");
    }
  }

  /**
   * The unit of a raw interval: its width, and no less than half the standard deviation of a
   * Poisson count, so that an interval without width can grow.
   *
   * @param base level of the day, in rides
   */
  public static double unit(double low, double high, double base) {
    return Math.max(high - low, LEAST_UNIT * Math.sqrt(base));
  }

  /** The lower end after it moved; not below zero and not above the median. */
  public double lower(double low, double median, double high, double base) {
    return Math.max(0, Math.min(median, low - this.low * unit(low, high, base)));
  }

  /** The upper end after it moved; not below the median. */
  public double upper(double low, double median, double high, double base) {
    return Math.max(median, high + this.high * unit(low, high, base));
  }
}
