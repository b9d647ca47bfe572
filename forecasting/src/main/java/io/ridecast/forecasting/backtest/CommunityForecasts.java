package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.TrailingCalibration;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.measures.SameWeekdayMean;
import io.ridecast.forecasting.measures.SeasonalNaive;
import io.ridecast.forecasting.model.DayForecast;
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
  private final TrailingCalibration calibration;
  private final Map<LocalDate, List<Pending>> pending = new HashMap<>();

  private record Pending(Community community, int lead, RawForecast raw) {}

  /** Forecasts of the days that {@code calendar} has in service. */
  CommunityForecasts(ServiceCalendar calendar, int calibrationDays) {
    this.calendar = calendar;
    this.calibration = new TrailingCalibration(calibrationDays, BacktestPlan.LEADS);
  }

  /**
   * The forecasts from {@code origin}, each without what came. Origins are to be asked for in their
   * order, day after day.
   *
   * @param known what was known at the origin
   */
  List<BacktestForecast> from(LocalDate origin, DemandPanel known, ModelsInForce models) {
    learn(origin, known);
    ConformalCalibration widenings = calibration.at(origin);
    List<BacktestForecast> forecasts = new ArrayList<>();
    OriginForecasts.of(known, models.boosters(), origin, BacktestPlan.LEADS)
        .forEach(
            (community, lead, raw) -> {
              LocalDate target = origin.plusDays(lead);
              if (calendar.inService(community, target)) {
                pending
                    .computeIfAbsent(target, day -> new ArrayList<>())
                    .add(new Pending(community, lead, raw));
                DemandSeries demand = known.demand(community).orElseThrow();
                forecasts.add(
                    published(
                        community,
                        origin,
                        raw.calibrated(target, lead, widenings.of(lead)),
                        baselines(models, community, demand, origin, lead)));
              }
            });
    return forecasts;
  }

  private void learn(LocalDate origin, DemandPanel known) {
    List<Pending> come = pending.remove(origin);
    if (come != null) {
      for (Pending past : come) {
        RawForecast raw = past.raw();
        float actual = known.demand(past.community()).orElseThrow().at(origin);
        calibration.add(origin, past.lead(), raw.low(), raw.high(), raw.base(), actual);
      }
    }
    calibration.forgetBefore(origin);
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
