package io.ridecast.benchmarks.accuracy;

/** Forecasts that cannot be compared; the message is one line that says which file and why. */
final class ComparisonRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ComparisonRefused(String message) {
    super(message);
  }
}
