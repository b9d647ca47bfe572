/** Rides in: a feed puts rides on the topic rides and promises which span of time they cover. */
@NullMarked
package io.ridecast.feed;

import org.jspecify.annotations.NullMarked;
