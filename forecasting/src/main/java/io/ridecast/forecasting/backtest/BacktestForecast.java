package io.ridecast.forecasting.backtest;

import java.time.LocalDate;

/**
 * One day's forecast of one series from one origin, and what came, in rides.
 *
 * @param community the community's key, or {@link #CITY}
 * @param origin the last day that was known
 * @param lead days from the origin
 * @param actual what came; NaN where it is not known
 * @param mean expected rides
 * @param p10 10 % quantile
 * @param p50 median
 * @param p90 90 % quantile
 * @param baselines what to compare with
 */
public record BacktestForecast(
    String community,
    LocalDate origin,
    int lead,
    double actual,
    double mean,
    double p10,
    double p50,
    double p90,
    Baselines baselines) {
  /** Stands for the city where a community is named. */
  public static final String CITY = "CITY";

  /** This forecast with what came. */
  BacktestForecast withActual(double rides) {
    return new BacktestForecast(community, origin, lead, rides, mean, p10, p50, p90, baselines);
  }

  /** The day that is forecast. */
  public LocalDate date() {
    return origin.plusDays(lead);
  }
}
