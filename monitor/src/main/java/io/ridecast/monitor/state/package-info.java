/** How the monitor's state is written, and when it is dropped. */
@NullMarked
package io.ridecast.monitor.state;

import org.jspecify.annotations.NullMarked;
