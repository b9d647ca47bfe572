/** What a ride's record says, read at the least cost, and whether it may count. */
@NullMarked
package io.ridecast.aggregator.rides;

import org.jspecify.annotations.NullMarked;
