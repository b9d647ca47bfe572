/** What is known of days beside their demand: holidays, own events, weather. */
@NullMarked
package io.ridecast.forecasting.circumstances;

import org.jspecify.annotations.NullMarked;
