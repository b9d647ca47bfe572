/**
 * The one ordered feature list and the code that computes it, for training and for forecasting
 * alike.
 */
@NullMarked
package io.ridecast.forecasting.features;

import org.jspecify.annotations.NullMarked;
