package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.training.DemandPanel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts from every day of a span as it would have been done then: the model fitted anew on a
 * schedule, its intervals calibrated every day on the errors known by then. Whatever is computed at
 * an origin is given a panel that ends with it, so that nothing can look ahead.
 */
public final class Backtest {
  private final DemandPanel panel;
  private final BacktestPlan plan;
  private final CommunityForecasts communities;
  private final CityForecasts city;

  /**
   * A backtest on {@code panel}.
   *
   * @param calendar days that it marks are not forecast
   * @throws BacktestRefused when the plan cannot be carried out on it
   */
  public Backtest(DemandPanel panel, ServiceCalendar calendar, BacktestPlan plan) {
    this.panel = panel;
    this.plan = plan.within(panel);
    this.communities = new CommunityForecasts(calendar, plan.calibrationDays());
    this.city = new CityForecasts(plan.calibrationDays());
  }

  /** Carries it out; once. */
  public BacktestResult run(BacktestListener listener) {
    LocalDate start = plan.rehearsalFrom(panel.first());
    int all = (int) (plan.to().toEpochDay() - start.toEpochDay()) + 1;
    List<BacktestForecast> ofCommunities = new ArrayList<>();
    List<BacktestForecast> ofCity = new ArrayList<>();
    ModelsInForce models = fit(start, listener);
    for (int done = 0; done < all; done++) {
      LocalDate origin = start.plusDays(done);
      if (done > 0 && plan.refitsAt(origin)) {
        models = fit(origin, listener);
      }
      DemandPanel known = panel.until(origin);
      List<BacktestForecast> forecasts = communities.from(origin, known, models);
      List<BacktestForecast> totals = city.from(origin, known, forecasts);
      if (!origin.isBefore(plan.from())) {
        forecasts.forEach(forecast -> ofCommunities.add(forecast.withActual(actual(forecast))));
        totals.forEach(total -> ofCity.add(total.withActual(panel.city().at(total.date()))));
      }
      listener.origin(origin, done + 1, all);
    }
    return new BacktestResult(plan, ofCommunities, ofCity);
  }

  private ModelsInForce fit(LocalDate origin, BacktestListener listener) {
    listener.fitting(origin);
    return ModelsInForce.fit(panel.until(origin), origin, plan.parameters());
  }

  private double actual(BacktestForecast forecast) {
    return panel
        .catalogue()
        .byKey(forecast.community())
        .flatMap(panel::demand)
        .map(demand -> demand.at(forecast.date()))
        .orElse(Float.NaN);
  }
}
