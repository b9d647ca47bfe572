package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.ColdCalibration;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.TrailingCalibration;
import io.ridecast.forecasting.calibration.Widening;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.measures.SameWeekdayMean;
import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.OriginForecasts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The communities' forecasts, origin after origin. An interval's error is learnt from when the
 * panel that is given shows its day.
 */
final class CommunityForecasts {
  private final ServiceCalendar calendar;
  private final TrailingCalibration seasoned;
  private final TrailingCalibration cold;
  private final Map<LocalDate, List<Pending>> pending = new HashMap<>();

  private record Pending(Community community, int knownDays, int lead, RawForecast raw) {}

  /** Forecasts of the days that {@code calendar} has in service. */
  CommunityForecasts(ServiceCalendar calendar, int calibrationDays) {
    this.calendar = calendar;
    this.seasoned = new TrailingCalibration(calibrationDays, BacktestPlan.LEADS);
    this.cold = new TrailingCalibration(calibrationDays, ColdCalibration.GROUPS);
  }

  /**
   * The forecasts from {@code origin}, each without what came. Origins are to be asked for in their
   * order, day after day.
   *
   * @param known what was known at the origin
   */
  List<BacktestForecast> from(LocalDate origin, DemandPanel known, ModelsInForce models) {
    learn(origin, known);
    ConformalCalibration widenings = seasoned.at(origin);
    ColdCalibration coldWidenings = ColdCalibration.of(cold.at(origin));
    List<BacktestForecast> forecasts = new ArrayList<>();
    OriginForecasts.of(known, models.boosters(), models.shares(), origin, BacktestPlan.LEADS)
        .forEach(
            (community, days, lead, raw) -> {
              LocalDate target = origin.plusDays(lead);
              if (calendar.inService(community, target)) {
                await(target, new Pending(community, days, lead, raw));
                Widening widening = coldWidenings.of(days).orElseGet(() -> widenings.of(lead));
                DemandSeries demand = known.demand(community).orElseThrow();
                forecasts.add(
                    published(
                        community,
                        origin,
                        raw.calibrated(target, lead, widening),
                        baselines(models, community, demand, origin, lead)));
              }
            });
    OriginForecasts.ofColdStarts(
            known, models.boosters(), models.shares(), origin, BacktestPlan.LEADS)
        .forEach(
            (community, days, lead, raw) ->
                await(origin.plusDays(lead), new Pending(community, days, lead, raw)));
    return forecasts;
  }

  private void await(LocalDate target, Pending forecast) {
    pending.computeIfAbsent(target, day -> new ArrayList<>()).add(forecast);
  }

  private void learn(LocalDate origin, DemandPanel known) {
    List<Pending> come = pending.remove(origin);
    if (come != null) {
      for (Pending past : come) {
        learn(origin, past, known.demand(past.community()).orElseThrow().at(origin));
      }
    }
    seasoned.forgetBefore(origin);
    cold.forgetBefore(origin);
  }

  private void learn(LocalDate origin, Pending past, float actual) {
    RawForecast raw = past.raw();
    if (ColdStart.is(past.knownDays())) {
      int group = ColdCalibration.group(past.knownDays());
      cold.add(origin, group, raw.low(), raw.high(), raw.base(), actual);
    } else {
      seasoned.add(origin, past.lead(), raw.low(), raw.high(), raw.base(), actual);
    }
  }

  private static Baselines baselines(
      ModelsInForce models, Community community, DemandSeries demand, LocalDate origin, int lead) {
    return new Baselines(
        SeasonalNaive.forecast(demand, origin, lead),
        SameWeekdayMean.forecast(demand, origin, lead),
        models.calendar().forecast(community, origin.plusDays(lead)));
  }

  private static BacktestForecast published(
      Community community, LocalDate origin, DayForecast day, Baselines baselines) {
    return new BacktestForecast(
        community.key(),
        origin,
        day.lead(),
        Double.NaN,
        day.mean(),
        day.p10(),
        day.p50(),
        day.p90(),
        baselines);
  }
}
