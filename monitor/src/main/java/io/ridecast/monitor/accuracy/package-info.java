/** Accuracy as records and as Prometheus gauges. */
@NullMarked
package io.ridecast.monitor.accuracy;

import org.jspecify.annotations.NullMarked;
