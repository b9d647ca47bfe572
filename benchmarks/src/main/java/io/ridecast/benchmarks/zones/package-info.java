/** What a thousand times as many zones cost. */
@NullMarked
package io.ridecast.benchmarks.zones;

import org.jspecify.annotations.NullMarked;
