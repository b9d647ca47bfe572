package io.ridecast.forecasting.boosting;

import java.util.ArrayList;
import java.util.List;

/**
 * Loss on rows that were not fitted on, tree by tree.
 *
 * @param losses after 1, 2, ... trees: weighted pinball loss of the ratio for a quantile, weighted
 *     Poisson deviance of the ratio for the mean; both in units of the mean ratio, lower is better
 */
public record LearningCurve(List<Double> losses) {
  /** Takes a copy. */
  public LearningCurve {
    losses = List.copyOf(losses);
    if (losses.isEmpty()) {
      throw new IllegalArgumentException("a curve has at least one tree");
    }
  }

  /** The loss after so many trees; after more than were grown, that of the last one. */
  public double at(int trees) {
    return losses.get(Math.min(trees, losses.size()) - 1);
  }

  /** The number of trees with the least loss. */
  public int best() {
    return best(1);
  }

  /** The number of trees with the least loss, and not below {@code least}. */
  public int best(int least) {
    int best = least;
    for (int trees = least + 1; trees <= losses.size(); trees++) {
      best = at(trees) < at(best) ? trees : best;
    }
    return best;
  }

  /**
   * The mean of curves, as long as the longest of them.
   *
   * @throws IllegalArgumentException without any
   */
  public static LearningCurve mean(List<LearningCurve> curves) {
    int longest = curves.stream().mapToInt(curve -> curve.losses.size()).max().orElse(0);
    List<Double> mean = new ArrayList<>();
    for (int trees = 1; trees <= longest; trees++) {
      int count = trees;
      mean.add(curves.stream().mapToDouble(curve -> curve.at(count)).average().orElseThrow());
    }
    return new LearningCurve(mean);
  }
}
