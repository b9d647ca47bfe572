/** Daily counts of one community or of the city; a missing day is NaN and never a zero. */
@NullMarked
package io.ridecast.forecasting.series;

import org.jspecify.annotations.NullMarked;
