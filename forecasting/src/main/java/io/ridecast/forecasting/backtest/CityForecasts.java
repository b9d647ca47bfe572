package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.calibration.CityScores;
import io.ridecast.forecasting.calibration.TotalInterval;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.measures.SameWeekdayMean;
import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.training.DemandPanel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The city's forecasts, origin after origin: the sum of its communities' means, with an interval
 * from how the totals of the last days related to theirs.
 */
final class CityForecasts {
  private final CityScores scores;

  /** Forecasts whose intervals follow the errors of so many days. */
  CityForecasts(int days) {
    this.scores = new CityScores(BacktestPlan.LEADS, days);
  }

  /**
   * The city's forecasts from {@code origin}, each without what came. Origins are to be asked for
   * in their order, day after day.
   *
   * @param known what was known at the origin
   * @param communities the communities' forecasts from it
   */
  List<BacktestForecast> from(
      LocalDate origin, DemandPanel known, List<BacktestForecast> communities) {
    scores.learn(origin, known.city().at(origin));
    List<BacktestForecast> forecasts = new ArrayList<>();
    for (int lead = 1; lead <= BacktestPlan.LEADS; lead++) {
      forecasts.add(forecast(origin, lead, known, communities));
    }
    return forecasts;
  }

  private BacktestForecast forecast(
      LocalDate origin, int lead, DemandPanel known, List<BacktestForecast> communities) {
    double mean = 0;
    double trees = 0;
    for (BacktestForecast forecast : communities) {
      if (forecast.lead() == lead) {
        mean += forecast.mean();
        trees += forecast.baselines().calendarTrees();
      }
    }
    TotalInterval interval = scores.forecast(origin, lead, mean);
    return new BacktestForecast(
        Community.CITY,
        origin,
        lead,
        Double.NaN,
        mean,
        interval.low(),
        interval.within(mean),
        interval.high(),
        new Baselines(
            SeasonalNaive.forecast(known.city(), origin, lead),
            SameWeekdayMean.forecast(known.city(), origin, lead),
            trees));
  }
}
