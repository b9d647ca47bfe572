/** Models that passed the gate: where they are kept, and which one is the champion. */
@NullMarked
package io.ridecast.trainer.models;

import org.jspecify.annotations.NullMarked;
