/**
 * What a forecast is, what it is made from, and the baseline that serves while there is no trained
 * model.
 */
@NullMarked
package io.ridecast.forecasting.model;

import org.jspecify.annotations.NullMarked;
