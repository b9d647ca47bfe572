/** Brings forecasts and daily demand of a community together, whichever comes first. */
@NullMarked
package io.ridecast.monitor.matching;

import org.jspecify.annotations.NullMarked;
