package io.ridecast.benchmarks.input;

import java.util.Arrays;
import java.util.Random;

/** Draws from 0 to n - 1; the k-th is drawn 1 / (k + 1) times as often as the first. */
final class Zipf {
  private final double[] cumulated;

  Zipf(int n) {
    cumulated = new double[n];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += 1.0 / (k + 1);
      cumulated[k] = sum;
    }
  }

  int draw(Random random) {
    int place =
        Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    return place >= 0 ? place : -place - 1;
  }
}
