package io.ridecast.forecasting.bundle;

import java.util.ArrayList;
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

  static GoldenCase of(float[] row, float[] ratios) {
    List<Float> inputs = new ArrayList<>(row.length);
    for (float value : row) {
      inputs.add(value);
    }
    List<Double> outputs = new ArrayList<>(ratios.length);
    for (float ratio : ratios) {
      outputs.add((double) ratio);
    }
    return new GoldenCase(inputs, outputs);
  }

  float[] row() {
    float[] row = new float[inputs.size()];
    for (int column = 0; column < row.length; column++) {
      row[column] = inputs.get(column);
    }
    return row;
  }
}
