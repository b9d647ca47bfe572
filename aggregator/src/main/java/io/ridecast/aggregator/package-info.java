/** The aggregator: rides in, exact counts of every community's every day out. */
@NullMarked
package io.ridecast.aggregator;

import org.jspecify.annotations.NullMarked;
