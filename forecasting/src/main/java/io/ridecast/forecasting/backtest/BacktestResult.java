package io.ridecast.forecasting.backtest;

import java.util.List;

/**
 * All forecasts of a backtest.
 *
 * @param plan what was carried out
 * @param communities by origin, community and lead
 * @param city by origin and lead
 */
public record BacktestResult(
    BacktestPlan plan, List<BacktestForecast> communities, List<BacktestForecast> city) {
  /** Takes copies. */
  public BacktestResult {
    communities = List.copyOf(communities);
    city = List.copyOf(city);
  }
}
