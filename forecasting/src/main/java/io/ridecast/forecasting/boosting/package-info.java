/**
 * The only place that knows XGBoost: rows into matrices, matrices into boosters, boosters checked
 * and asked.
 */
@NullMarked
package io.ridecast.forecasting.boosting;

import org.jspecify.annotations.NullMarked;
