/** The predictor: forecasts on every change of data, model or day, and answers over HTTP. */
@NullMarked
package io.ridecast.predictor;

import org.jspecify.annotations.NullMarked;
