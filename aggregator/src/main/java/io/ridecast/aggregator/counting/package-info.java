/** The stream processor around the counts: records in, records out, state in stores. */
@NullMarked
package io.ridecast.aggregator.counting;

import org.jspecify.annotations.NullMarked;
