/** A simulated Chicago whose rides follow what the real city's have in common. */
@NullMarked
package io.ridecast.feed.simulation;

import org.jspecify.annotations.NullMarked;
