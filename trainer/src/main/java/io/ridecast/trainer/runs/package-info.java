/** A training run, step by step, each step visible as it starts and ends. */
@NullMarked
package io.ridecast.trainer.runs;

import org.jspecify.annotations.NullMarked;
