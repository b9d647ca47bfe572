/** Where a service's measurements are collected for Prometheus. */
@NullMarked
package io.ridecast.runtime.metrics;

import org.jspecify.annotations.NullMarked;
