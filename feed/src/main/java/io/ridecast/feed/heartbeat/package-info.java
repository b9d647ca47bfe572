/** Promises for producers of one's own, who put rides on the topic themselves. */
@NullMarked
package io.ridecast.feed.heartbeat;

import org.jspecify.annotations.NullMarked;
