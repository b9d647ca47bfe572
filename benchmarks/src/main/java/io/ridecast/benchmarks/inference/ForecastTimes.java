package io.ridecast.benchmarks.inference;

/**
 * What the forecasts of one origin took in one process, once it was warm.
 *
 * @param featuresMillis for the features alone, median
 * @param forecastMillis for the forecasts, features included, median
 */
record ForecastTimes(double featuresMillis, double forecastMillis) {}
