package io.ridecast.forecasting.model;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.circumstances.Circumstances;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;

/**
 * What one community's forecast is made from. Days after the origin are never looked at, nor is
 * weather that was issued after it; about 400 days before it are used. Give all inputs of a batch
 * the same city series and circumstances: what depends on them is then computed once.
 *
 * @param community whose demand is forecast
 * @param demand its daily counts; missing days are NaN
 * @param city the city's daily totals; may end before the origin where a total is not known yet
 * @param origin the last closed day
 * @param circumstances what is known beside demand
 */
public record ForecastInput(
    Community community,
    DemandSeries demand,
    DemandSeries city,
    LocalDate origin,
    Circumstances circumstances) {

  /** An input in the usual circumstances: public holidays, nothing else. */
  public ForecastInput(
      Community community, DemandSeries demand, DemandSeries city, LocalDate origin) {
    this(community, demand, city, origin, Circumstances.usual());
  }
}
