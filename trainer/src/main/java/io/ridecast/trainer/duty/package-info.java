/** Which of several trainers is on duty, and what it does then: one at a time, each wish once. */
@NullMarked
package io.ridecast.trainer.duty;

import org.jspecify.annotations.NullMarked;
