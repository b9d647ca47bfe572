package io.ridecast.predictor.forecasts;

/** A model has answered with something that is no forecast. */
final class ImplausibleForecast extends RuntimeException {

  ImplausibleForecast(String problem) {
    super(problem);
  }
}
