/**
 * A trained model as one file: boosters, calibration, feature list and golden cases, checked before
 * it serves.
 */
@NullMarked
package io.ridecast.forecasting.bundle;

import org.jspecify.annotations.NullMarked;
