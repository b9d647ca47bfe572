package io.ridecast.forecasting.features;

/** Weighted least squares without a constant, whose coefficients are held towards zero. */
final class RidgeRegression {
  /** Each coefficient is held as if so many rows of size 1 had had a target of 0. */
  private static final double RIDGE = 10;

  private final int terms;
  private final double[][] products;
  private final double[] targets;
  private int rows;

  /** A regression without rows. */
  RidgeRegression(int terms) {
    this.terms = terms;
    products = new double[terms][terms];
    targets = new double[terms];
    for (int term = 0; term < terms; term++) {
      products[term][term] = RIDGE;
    }
  }

  void add(double[] row, double target, double weight) {
    rows++;
    for (int one = 0; one < terms; one++) {
      targets[one] += weight * row[one] * target;
      for (int other = 0; other < terms; other++) {
        products[one][other] += weight * row[one] * row[other];
      }
    }
  }

  int rows() {
    return rows;
  }

  /** By Gauss elimination; the ridge keeps every pivot above zero. */
  double[] coefficients() {
    double[][] left = new double[terms][];
    for (int term = 0; term < terms; term++) {
      left[term] = products[term].clone();
    }
    double[] right = targets.clone();
    for (int pivot = 0; pivot < terms; pivot++) {
      for (int row = pivot + 1; row < terms; row++) {
        double factor = left[row][pivot] / left[pivot][pivot];
        for (int column = pivot; column < terms; column++) {
          left[row][column] -= factor * left[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
    for (int row = terms - 1; row >= 0; row--) {
      for (int column = row + 1; column < terms; column++) {
        right[row] -= left[row][column] * right[column];
      }
      right[row] /= left[row][row];
    }
    return right;
  }
}
