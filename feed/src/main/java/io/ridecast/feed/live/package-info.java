/** Rides hour by hour, as if they happened now. */
@NullMarked
package io.ridecast.feed.live;

import org.jspecify.annotations.NullMarked;
