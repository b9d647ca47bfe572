/**
 * What {@code make bench-accuracy} compares: forecasts of Ridecast and of other libraries, on the
 * same cells, by the product's own measures.
 */
@NullMarked
package io.ridecast.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
