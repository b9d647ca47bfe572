package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.catalogue.Community;
import java.time.LocalDate;

/**
 * One day's forecast of one series from one origin, and what came, in rides.
 *
 * @param community the community's key, or {@link Community#CITY}
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
  /** This forecast with what came. */
  BacktestForecast withActual(double rides) {
    return new BacktestForecast(community, origin, lead, rides, mean, p10, p50, p90, baselines);
  }

  /** The day that is forecast. */
  public LocalDate date() {
    return origin.plusDays(lead);
  }
}
