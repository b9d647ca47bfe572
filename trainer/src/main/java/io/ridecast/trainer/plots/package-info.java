/** Pictures of a run, as SVG files. */
@NullMarked
package io.ridecast.trainer.plots;

import org.jspecify.annotations.NullMarked;
