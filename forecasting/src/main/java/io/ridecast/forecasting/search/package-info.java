/** Searches parameters of a training: seeded, over time-ordered folds, by successive halving. */
@NullMarked
package io.ridecast.forecasting.search;

import org.jspecify.annotations.NullMarked;
