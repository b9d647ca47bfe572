package io.ridecast.benchmarks.soak;

import io.ridecast.benchmarks.report.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether a figure grows: its median in the last quarter of the time against that in the second
 * quarter, when everything has warmed up.
 */
record Flatness(double second, double last) {
  private static final double MOST = 1.05;

  static Flatness of(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    int quarter = samples.size() / 4;
    return new Flatness(
        median(samples.subList(quarter, 2 * quarter), figure),
        median(samples.subList(samples.size() - quarter, samples.size()), figure));
  }

  double ratio() {
    return last / second;
  }

  boolean isFlat() {
    return ratio() <= MOST;
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return Spread.of(samples.stream().map(figure::applyAsDouble).toList()).median();
  }
}
