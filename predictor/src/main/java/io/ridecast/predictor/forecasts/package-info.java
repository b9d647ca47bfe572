/** Demand in, forecasts out: the processor, and how a forecast is made and named. */
@NullMarked
package io.ridecast.predictor.forecasts;

import org.jspecify.annotations.NullMarked;
