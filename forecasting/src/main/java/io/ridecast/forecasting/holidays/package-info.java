/** Public holidays and the days around them, as codes that a model can learn from. */
@NullMarked
package io.ridecast.forecasting.holidays;

import org.jspecify.annotations.NullMarked;
