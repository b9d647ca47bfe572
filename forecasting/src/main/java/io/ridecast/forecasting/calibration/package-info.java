/** Conformal calibration: raw quantiles widened until they cover what they promise. */
@NullMarked
package io.ridecast.forecasting.calibration;

import org.jspecify.annotations.NullMarked;
