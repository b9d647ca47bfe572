/** Whether memory stays flat. */
@NullMarked
package io.ridecast.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
