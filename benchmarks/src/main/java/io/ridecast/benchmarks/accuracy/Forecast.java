package io.ridecast.benchmarks.accuracy;

/**
 * A forecast and what came, in rides.
 *
 * @param actual NaN where it is not known
 */
record Forecast(double actual, double mean, double p10, double p50, double p90) {
  /** One number that stands for everything. */
  static Forecast point(double actual, double rides) {
    return new Forecast(actual, rides, rides, rides, rides);
  }
}
