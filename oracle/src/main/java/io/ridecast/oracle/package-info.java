/**
 * What the aggregator has to make of its input, recomputed the plain way: one pass, ordinary
 * collections, no Kafka. Tests and benchmarks hold the aggregator's output against it.
 */
@NullMarked
package io.ridecast.oracle;

import org.jspecify.annotations.NullMarked;
