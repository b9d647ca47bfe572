/** The steps of a training: what each does, and what it leaves for the next one. */
@NullMarked
package io.ridecast.trainer.steps;

import org.jspecify.annotations.NullMarked;
