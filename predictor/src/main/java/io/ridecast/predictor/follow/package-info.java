/** How an instance follows a whole topic, whatever its partitions: every record to a listener. */
@NullMarked
package io.ridecast.predictor.follow;

import org.jspecify.annotations.NullMarked;
