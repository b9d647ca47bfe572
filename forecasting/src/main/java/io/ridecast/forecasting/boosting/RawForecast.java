package io.ridecast.forecasting.boosting;

import io.ridecast.forecasting.calibration.Widening;
import io.ridecast.forecasting.model.DayForecast;
import java.time.LocalDate;

/**
 * A day's forecast before its interval is calibrated, in rides.
 *
 * @param base level of the day
 * @param mean expected rides
 * @param low raw 10 % quantile
 * @param median a whole number, as the median of a count is: worth 1 % of WAPE where counts are
 *     small
 * @param high raw 90 % quantile
 */
public record RawForecast(double base, double mean, double low, double median, double high) {
  /** From the answers of {@link RatioBoosters#predict} for one of its rows. */
  public static RawForecast of(double base, float[] ratios, int row) {
    int offset = row * RatioBoosters.OUTPUTS;
    double low = base * ratios[offset + 1];
    double median = Math.rint(base * ratios[offset + 2]);
    double high = base * ratios[offset + 3];
    return new RawForecast(
        base, base * ratios[offset], Math.min(low, median), median, Math.max(high, median));
  }

  /** The day's forecast with its interval widened; the median stays within it. */
  public DayForecast calibrated(LocalDate day, int lead, Widening widening) {
    return new DayForecast(
        day,
        lead,
        mean,
        widening.lower(low, median, high, base),
        median,
        widening.upper(low, median, high, base));
  }
}
