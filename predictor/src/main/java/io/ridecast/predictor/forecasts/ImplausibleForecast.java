package io.ridecast.predictor.forecasts;

import org.jspecify.annotations.Nullable;

/** A model has failed, or answered with something that is no forecast. */
final class ImplausibleForecast extends RuntimeException {

  ImplausibleForecast(String problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
