package io.ridecast.forecasting.model;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;

/**
 * What one community's forecast is made from. Days after the origin are never looked at; about 400
 * days before it are used. Give all inputs of a batch the same city series: what depends on it is
 * then computed once.
 *
 * @param community whose demand is forecast
 * @param demand its daily counts; missing days are NaN
 * @param city the city's daily totals; may end before the origin where a total is not known yet
 * @param origin the last closed day
 */
public record ForecastInput(
    Community community, DemandSeries demand, DemandSeries city, LocalDate origin) {}
