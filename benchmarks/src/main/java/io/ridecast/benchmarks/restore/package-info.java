/** How long the aggregator takes to have its state again. */
@NullMarked
package io.ridecast.benchmarks.restore;

import org.jspecify.annotations.NullMarked;
