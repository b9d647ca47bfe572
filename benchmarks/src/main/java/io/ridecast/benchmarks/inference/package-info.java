/** How long the forecasts of a whole city take. */
@NullMarked
package io.ridecast.benchmarks.inference;

import org.jspecify.annotations.NullMarked;
