package io.ridecast.forecasting.boosting;

import io.ridecast.forecasting.features.FeatureList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Rows to train on: features, the ratio that came, and its weight. The only maker of a {@link
 * DMatrix}, which takes NaN (and nothing else) as missing.
 */
public final class FeatureMatrix {
  private final int columns;
  private final BitSet leftOut = new BitSet();
  private float[] values;
  private float[] labels;
  private float[] weights;
  private int rows;

  /**
   * An empty matrix of the feature list.
   *
   * @param expectedRows how many rows will come; more are taken too
   */
  public FeatureMatrix(int expectedRows) {
    this(FeatureList.size(), expectedRows);
  }

  /** An empty matrix of so many columns. */
  public FeatureMatrix(int columns, int expectedRows) {
    this.columns = columns;
    int capacity = Math.max(16, expectedRows);
    values = new float[Math.multiplyExact(capacity, columns)];
    labels = new float[capacity];
    weights = new float[capacity];
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** How many values a row has. */
  int columns() {
    return columns;
  }

  /** The array that the next row's features are to be written into, at {@link #nextOffset}. */
  public float[] values() {
    if (rows == labels.length) {
      int capacity = Math.multiplyExact(rows, 2);
      values = Arrays.copyOf(values, Math.multiplyExact(capacity, columns));
      labels = Arrays.copyOf(labels, capacity);
      weights = Arrays.copyOf(weights, capacity);
    }
    return values;
  }

  /** Where the next row's features start. */
  public int nextOffset() {
    return rows * columns;
  }

  /**
   * Ends the row whose features have been written.
   *
   * @param base level of the row's day, in rides: its weight
   * @param rides what came
   */
  public void endRow(double base, double rides) {
    labels[rows] = (float) (rides / base);
    weights[rows] = (float) base;
    rows++;
  }

  /** Lets no model be fitted on these columns; the rows keep them. */
  public void leaveOut(Collection<Integer> others) {
    others.forEach(leftOut::set);
  }

  /** This matrix, or about {@code most} of its rows at even distances if it has more. */
  public FeatureMatrix thinned(int most) {
    if (rows <= most) {
      return this;
    }
    FeatureMatrix thin = new FeatureMatrix(columns, most);
    thin.leftOut.or(leftOut);
    for (int chosen = 0; chosen < most; chosen++) {
      thin.add(this, (int) ((long) chosen * rows / most));
    }
    return thin;
  }

  /** The rows of some leads. */
  FeatureMatrix of(LeadSpan span) {
    int[] chosen =
        IntStream.range(0, rows)
            .filter(row -> span.holds((int) values[row * columns + FeatureList.ofLead()]))
            .toArray();
    FeatureMatrix part = new FeatureMatrix(columns, chosen.length);
    part.leftOut.or(leftOut);
    for (int row : chosen) {
      part.add(this, row);
    }
    return part;
  }

  private void add(FeatureMatrix other, int row) {
    System.arraycopy(other.values, row * columns, values(), nextOffset(), columns);
    labels[rows] = other.labels[row];
    weights[rows] = other.weights[row];
    rows++;
  }

  /** The ratio of rides to base level of a row. */
  public float label(int row) {
    return labels[row];
  }

  /** The base level of a row, in rides. */
  public float weight(int row) {
    return weights[row];
  }

  /** A row's features. */
  public float[] row(int row) {
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  VaryingColumns varying() {
    return VaryingColumns.of(values, rows, columns, leftOut);
  }

  DMatrix toNative(VaryingColumns chosen) throws XGBoostError {
    DMatrix matrix = new DMatrix(chosen.of(values, rows), rows, chosen.count(), Float.NaN);
    matrix.setLabel(Arrays.copyOf(labels, rows));
    matrix.setWeight(relativeWeights());
    return matrix;
  }

  /**
   * Weights with a mean of 1, so that least weights and penalties mean the same for a city of
   * hundreds of rides as for one of hundreds of thousands.
   */
  private float[] relativeWeights() {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += weights[row];
    }
    float[] relative = new float[rows];
    for (int row = 0; row < rows; row++) {
      relative[row] = (float) (weights[row] * rows / sum);
    }
    return relative;
  }
}
