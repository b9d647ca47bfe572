/** The counts of every community's days: how they grow, close, are revised and are let go. */
@NullMarked
package io.ridecast.aggregator.days;

import org.jspecify.annotations.NullMarked;
