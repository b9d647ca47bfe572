package io.ridecast.predictor.forecasts;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.catalogue.ServiceCalendar;
import io.ridecast.forecasting.circumstances.LiveCircumstances;
import io.ridecast.predictor.demand.CityTotals;
import io.ridecast.predictor.horizon.BusinessMoment;
import io.ridecast.predictor.horizon.Horizon;
import io.ridecast.predictor.models.ServingModels;
import io.ridecast.runtime.time.BusinessClock;
import java.time.Duration;

/**
 * What all tasks of an instance forecast with.
 *
 * @param catalogue the communities
 * @param calendar where and when service runs
 * @param grace how long after its end a day closes
 * @param clock the business time
 * @param city the city's totals
 * @param circumstances own days and the weather
 * @param models the models
 * @param loaded what has to be read before the first forecast
 * @param metrics told of every forecast
 */
public record ForecastSetting(
    Catalogue catalogue,
    ServiceCalendar calendar,
    Duration grace,
    BusinessClock clock,
    CityTotals city,
    LiveCircumstances circumstances,
    ServingModels models,
    LoadedDemand loaded,
    ForecastMetrics metrics) {

  /** Whether service runs in a community on any day of a horizon. */
  public boolean isServed(Community community, Horizon horizon) {
    return horizon
        .firstDay()
        .datesUntil(horizon.lastDay().plusDays(1))
        .anyMatch(day -> calendar.inService(community, day));
  }

  /** Business time now. */
  public BusinessMoment moment() {
    return new BusinessMoment(clock.now(), catalogue.serviceDay(), grace);
  }
}
