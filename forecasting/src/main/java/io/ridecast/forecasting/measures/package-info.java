/**
 * Errors of forecasts as the literature defines them, and the seasonal naive that every model has
 * to beat.
 */
@NullMarked
package io.ridecast.forecasting.measures;

import org.jspecify.annotations.NullMarked;
