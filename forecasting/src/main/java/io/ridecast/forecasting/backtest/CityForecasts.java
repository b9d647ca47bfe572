package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.measures.SameWeekdayMean;
import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.training.DemandPanel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The city's forecasts, origin after origin: the sum of its communities' means, with an interval
 * from how the totals of the last days related to theirs. Quantiles of communities cannot be
 * summed. The median is the sum of means too, kept within the interval: a total of many is hardly
 * skewed, and the median of the last days' ratios chases what has passed.
 */
final class CityForecasts {
  private final List<CityInterval> leads = new ArrayList<>();
  private final Map<LocalDate, List<Pending>> pending = new HashMap<>();

  private record Pending(int lead, double mean, CityInterval.Sides sides) {}

  /** Forecasts whose quantiles follow the errors of so many days. */
  CityForecasts(int days) {
    for (int lead = 1; lead <= BacktestPlan.LEADS; lead++) {
      leads.add(new CityInterval(days));
    }
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
    learn(origin, known.city().at(origin));
    List<BacktestForecast> forecasts = new ArrayList<>();
    for (int lead = 1; lead <= BacktestPlan.LEADS; lead++) {
      forecasts.add(forecast(origin, lead, known, communities));
    }
    return forecasts;
  }

  private void learn(LocalDate day, double total) {
    List<Pending> come = pending.remove(day);
    if (come != null) {
      come.forEach(past -> leads.get(past.lead() - 1).learn(day, past.mean(), past.sides(), total));
    }
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
    CityInterval.Sides sides = leads.get(lead - 1).around(origin, mean);
    pending
        .computeIfAbsent(origin.plusDays(lead), day -> new ArrayList<>())
        .add(new Pending(lead, mean, sides));
    return new BacktestForecast(
        BacktestForecast.CITY,
        origin,
        lead,
        Double.NaN,
        mean,
        sides.low(),
        sides.within(mean),
        sides.high(),
        new Baselines(
            SeasonalNaive.forecast(known.city(), origin, lead),
            SameWeekdayMean.forecast(known.city(), origin, lead),
            trees));
  }
}
