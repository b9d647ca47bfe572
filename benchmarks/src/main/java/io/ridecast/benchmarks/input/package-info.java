/** The rides that are measured with, and what has to come of them. */
@NullMarked
package io.ridecast.benchmarks.input;

import org.jspecify.annotations.NullMarked;
