/**
 * The city's forecast: the sum of its communities' means once these speak of the same days by the
 * same model, with the interval that totals had.
 */
@NullMarked
package io.ridecast.predictor.city;

import org.jspecify.annotations.NullMarked;
