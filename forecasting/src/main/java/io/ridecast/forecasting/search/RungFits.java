package io.ridecast.forecasting.search;

import io.ridecast.forecasting.boosting.BoostingParameters;
import io.ridecast.forecasting.boosting.LearningCurve;
import io.ridecast.forecasting.boosting.Output;
import io.ridecast.forecasting.boosting.ValidatedFit;
import io.ridecast.forecasting.training.TrainingParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Fits trials as a rung asks for, in each of its folds. */
final class RungFits {
  /**
   * Trees times learning rate that a mean's booster takes at least. Where counts are small its loss
   * is flat and noisy, and stopping early leaves it with the bias of the base level: 5 % on
   * Pittsburgh.
   */
  private static final double LEAST_STEPS = 6;

  private final Rung rung;
  private final long seed;
  private final SideBySide sideBySide;
  private final List<FoldRows> folds;

  RungFits(Rung rung, List<FoldRows> folds, long seed, SideBySide sideBySide) {
    this.rung = rung;
    this.seed = seed;
    this.sideBySide = sideBySide;
    this.folds = folds.stream().limit(rung.folds()).map(fold -> fold.thinned(rung.rows())).toList();
  }

  /** Fits a trial and judges it with as many trees as did best. */
  TrialCurves trial(TrainingParameters parameters) {
    BoostingParameters mean = inRung(parameters.mean());
    BoostingParameters quantiles = inRung(parameters.quantiles());
    int least = rung.last() ? (int) Math.min(mean.rounds(), LEAST_STEPS / mean.eta()) : 1;
    List<LearningCurve> curves =
        curves(mean, quantiles, Math.max(rung.patience(), least), rung.patience());
    return TrialCurves.atBest(means(curves), medians(curves), least);
  }

  /** Fits the defaults; in the last rung with exactly as many trees as they say. */
  TrialCurves defaults(TrainingParameters parameters) {
    if (!rung.last()) {
      return trial(parameters);
    }
    List<LearningCurve> curves = curves(parameters.mean(), parameters.quantiles(), 0, 0);
    return new TrialCurves(
        means(curves),
        medians(curves),
        parameters.mean().rounds(),
        parameters.quantiles().rounds());
  }

  private BoostingParameters inRung(BoostingParameters parameters) {
    BoostingParameters cheap = parameters.withRounds(rung.rounds());
    return rung.last() ? cheap : cheap.withEta(rung.sameEta());
  }

  /** All means, one a fold, then all medians: fitted at once, so that no thread waits. */
  private List<LearningCurve> curves(
      BoostingParameters mean, BoostingParameters quantiles, int meanPatience, int patience) {
    List<Callable<LearningCurve>> fits = new ArrayList<>();
    addFits(new ValidatedFit(Output.MEAN, mean, seed, meanPatience), fits);
    addFits(new ValidatedFit(Output.P50, quantiles, seed, patience), fits);
    return sideBySide.all(fits);
  }

  private void addFits(ValidatedFit fit, List<Callable<LearningCurve>> fits) {
    folds.forEach(fold -> fits.add(() -> fit.curve(fold.fitted(), fold.judged())));
  }

  private List<LearningCurve> means(List<LearningCurve> curves) {
    return curves.subList(0, folds.size());
  }

  private List<LearningCurve> medians(List<LearningCurve> curves) {
    return curves.subList(folds.size(), curves.size());
  }
}
