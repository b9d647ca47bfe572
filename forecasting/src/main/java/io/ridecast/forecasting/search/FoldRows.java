package io.ridecast.forecasting.search;

import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.TrainingRows;
import java.time.LocalDate;

/**
 * The rows of a fold, computed once for all rungs.
 *
 * @param fitted rows to fit on, in the order of their days
 * @param judged rows to judge by, all of later days
 */
record FoldRows(FeatureMatrix fitted, FeatureMatrix judged) {
  /** Judging is cheap beside fitting, and more rows make less noise. */
  private static final int JUDGED_ROWS = 12_000;

  static FoldRows of(DemandPanel panel, Fold fold, int most, long seed) {
    DemandPanel known = panel.until(fold.last());
    return new FoldRows(
        new TrainingRows(known, most, seed).between(LocalDate.MIN, fold.lastFitted()),
        new TrainingRows(known, JUDGED_ROWS, seed).between(fold.first(), fold.last()));
  }

  FoldRows thinned(int most) {
    return new FoldRows(fitted.thinned(most), judged);
  }
}
