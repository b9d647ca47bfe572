package io.ridecast.forecasting.search;

import io.ridecast.forecasting.boosting.LearningCurve;
import java.util.List;

/**
 * How a trial learnt in each fold of a rung.
 *
 * @param mean curves of the mean's booster, one a fold
 * @param median curves of the median's booster, which stands for all quantiles
 * @param meanTrees trees that the mean's booster is judged with
 * @param medianTrees trees that the median's is judged with
 */
record TrialCurves(
    List<LearningCurve> mean, List<LearningCurve> median, int meanTrees, int medianTrees) {

  /** Takes copies. */
  TrialCurves {
    mean = List.copyOf(mean);
    median = List.copyOf(median);
  }

  /**
   * Judged with as many trees as did best over all folds together.
   *
   * @param least trees of the mean's booster
   */
  static TrialCurves atBest(List<LearningCurve> mean, List<LearningCurve> median, int least) {
    return new TrialCurves(
        mean, median, LearningCurve.mean(mean).best(least), LearningCurve.mean(median).best());
  }

  /** The mean of its losses, each in units of the other's loss in the same fold. */
  double relativeTo(TrialCurves other) {
    double sum = 0;
    for (int fold = 0; fold < mean.size(); fold++) {
      sum += mean.get(fold).at(meanTrees) / other.mean.get(fold).at(other.meanTrees);
      sum += median.get(fold).at(medianTrees) / other.median.get(fold).at(other.medianTrees);
    }
    return sum / (2 * mean.size());
  }
}
