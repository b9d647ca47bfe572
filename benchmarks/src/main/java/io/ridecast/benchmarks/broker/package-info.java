/** A real broker in a process of its own, and what is on its topics. */
@NullMarked
package io.ridecast.benchmarks.broker;

import org.jspecify.annotations.NullMarked;
