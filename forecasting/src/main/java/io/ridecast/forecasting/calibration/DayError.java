package io.ridecast.forecasting.calibration;

import io.ridecast.forecasting.model.DayForecast;

/**
 * How far a day came out from its median, in units of its interval's side: 1 is the P90, -1 the
 * P10.
 */
final class DayError {
  private static final double LEAST_UNIT = 0.5;

  private DayError() {}

  static double of(DayForecast day, double actual) {
    double error = actual - day.p50();
    return error / unit(day, error);
  }

  /** The rides of a day that came out so far from its forecast; the inverse of {@link #of}. */
  static double rides(DayForecast day, double error) {
    return Math.max(0, day.p50() + error * unit(day, error));
  }

  /** No less than half a Poisson count's standard deviation, so that no side is without width. */
  private static double unit(DayForecast day, double error) {
    double side = error < 0 ? day.p50() - day.p10() : day.p90() - day.p50();
    return Math.max(side, LEAST_UNIT * Math.sqrt(Math.max(1, day.mean())));
  }
}
