/** The weather of days as it was known at one time or another: what was issued when. */
@NullMarked
package io.ridecast.forecasting.weather;

import org.jspecify.annotations.NullMarked;
