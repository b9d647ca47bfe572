/**
 * The daily counts that forecasts rest on: a community's history as kept in the store, the city's.
 */
@NullMarked
package io.ridecast.predictor.demand;

import org.jspecify.annotations.NullMarked;
