/** Pools the pairs of all communities. */
@NullMarked
package io.ridecast.monitor.city;

import org.jspecify.annotations.NullMarked;
