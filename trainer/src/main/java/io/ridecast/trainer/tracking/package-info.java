/** Where training runs are written down for people: parameters, measures, trials, pictures. */
@NullMarked
package io.ridecast.trainer.tracking;

import org.jspecify.annotations.NullMarked;
