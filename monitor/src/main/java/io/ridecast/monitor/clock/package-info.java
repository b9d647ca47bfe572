/** The business clock, followed from its topic. */
@NullMarked
package io.ridecast.monitor.clock;

import org.jspecify.annotations.NullMarked;
