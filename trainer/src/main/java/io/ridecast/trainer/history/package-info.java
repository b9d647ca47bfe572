/** Closed demand as the trainer knows it, read from {@code daily-demand}. */
@NullMarked
package io.ridecast.trainer.history;

import org.jspecify.annotations.NullMarked;
