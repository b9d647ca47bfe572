/** From reading alone to the real thing, a step at a time. */
@NullMarked
package io.ridecast.benchmarks.ladder;

import org.jspecify.annotations.NullMarked;
