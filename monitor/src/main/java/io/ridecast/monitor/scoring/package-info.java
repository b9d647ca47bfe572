/** Pure: a community's days with their forecasts in, pairs and error measures out. */
@NullMarked
package io.ridecast.monitor.scoring;

import org.jspecify.annotations.NullMarked;
