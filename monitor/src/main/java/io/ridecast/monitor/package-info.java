/** The monitor: forecasts and daily demand in, how well they met out. */
@NullMarked
package io.ridecast.monitor;

import org.jspecify.annotations.NullMarked;
