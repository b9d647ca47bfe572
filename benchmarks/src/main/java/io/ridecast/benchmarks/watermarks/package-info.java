/** How long after a promise a day is seen to be closed. */
@NullMarked
package io.ridecast.benchmarks.watermarks;

import org.jspecify.annotations.NullMarked;
