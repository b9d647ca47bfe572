/** Small CSV files that people write by hand. */
@NullMarked
package io.ridecast.forecasting.csv;

import org.jspecify.annotations.NullMarked;
