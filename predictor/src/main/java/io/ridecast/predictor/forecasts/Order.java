package io.ridecast.predictor.forecasts;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.predictor.horizon.Horizon;
import io.ridecast.predictor.state.CommunityState;
import io.ridecast.records.ForecastTrigger;

/**
 * A forecast to be made.
 *
 * @param community for whom
 * @param state what it rests on
 * @param trigger what makes it
 * @param horizon the days that it covers
 */
record Order(Community community, CommunityState state, ForecastTrigger trigger, Horizon horizon) {}
