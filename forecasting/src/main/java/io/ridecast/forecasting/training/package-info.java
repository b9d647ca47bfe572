/** From a panel of demand to a bundle: rows, fits, calibration and the report on held-out days. */
@NullMarked
package io.ridecast.forecasting.training;

import org.jspecify.annotations.NullMarked;
