/** The processes that are measured, and what they cost. */
@NullMarked
package io.ridecast.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
