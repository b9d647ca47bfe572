package io.ridecast.forecasting.bundle;

import java.util.List;

/**
 * One input of a model and what it must answer; checked before the model serves.
 *
 * @param inputs feature values in the order of the feature list; NaN is missing
 * @param outputs the boosters' raw outputs for them: mean, p10, p50, p90 as ratios to the base
 *     level, the quantiles sorted and none below zero
 */
public record GoldenCase(List<Float> inputs, List<Double> outputs) {
  /** Takes copies. */
  public GoldenCase {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
