/** When the trainer asks itself: the first model, and the schedule. */
@NullMarked
package io.ridecast.trainer.requests;

import org.jspecify.annotations.NullMarked;
