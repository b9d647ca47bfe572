/** The aggregator in a process of its own, asked from outside. */
@NullMarked
package io.ridecast.benchmarks.service;

import org.jspecify.annotations.NullMarked;
