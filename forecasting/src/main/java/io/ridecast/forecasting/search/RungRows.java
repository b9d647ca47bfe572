package io.ridecast.forecasting.search;

import io.ridecast.forecasting.boosting.BoostingFailure;
import io.ridecast.forecasting.boosting.BoostingParameters;
import io.ridecast.forecasting.boosting.FeatureMatrix;
import io.ridecast.forecasting.boosting.LearningCurve;
import io.ridecast.forecasting.boosting.Output;
import io.ridecast.forecasting.boosting.ValidatedFit;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.forecasting.training.TrainingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The rows of a rung's folds, and the fits on them. */
final class RungRows {
  /** Judging is cheap beside fitting, and more rows make less noise. */
  private static final int JUDGED_ROWS = 12_000;

  private final Rung rung;
  private final long seed;
  private final ExecutorService executor;
  private final List<FeatureMatrix> fitted = new ArrayList<>();
  private final List<FeatureMatrix> judged = new ArrayList<>();

  RungRows(DemandPanel panel, List<Fold> folds, Rung rung, long seed, ExecutorService executor) {
    this.rung = rung;
    this.seed = seed;
    this.executor = executor;
    for (Fold fold : folds.subList(0, Math.min(folds.size(), rung.folds()))) {
      DemandPanel known = panel.until(fold.last());
      fitted.add(
          new TrainingRows(known, rung.rows(), seed).between(LocalDate.MIN, fold.lastFitted()));
      judged.add(new TrainingRows(known, JUDGED_ROWS, seed).between(fold.first(), fold.last()));
    }
  }

  /** Fits a trial in every fold and judges it with as many trees as did best. */
  TrialCurves trial(TrainingParameters parameters) {
    return curves(
        inRung(parameters.mean()), inRung(parameters.quantiles()), rung.patience(), false);
  }

  /** Fits the defaults; in the last rung with exactly as many trees as they say. */
  TrialCurves defaults(TrainingParameters parameters) {
    return rung.sameEta() > 0
        ? trial(parameters)
        : curves(parameters.mean(), parameters.quantiles(), 0, true);
  }

  private BoostingParameters inRung(BoostingParameters parameters) {
    BoostingParameters cheap = parameters.withRounds(rung.rounds());
    return rung.sameEta() > 0 ? cheap.withEta(rung.sameEta()) : cheap;
  }

  private TrialCurves curves(
      BoostingParameters mean, BoostingParameters quantiles, int patience, boolean allTrees) {
    List<Callable<LearningCurve>> fits = new ArrayList<>();
    for (int fold = 0; fold < fitted.size(); fold++) {
      fits.add(fit(Output.MEAN, mean, fold, patience));
      fits.add(fit(Output.P50, quantiles, fold, patience));
    }
    List<LearningCurve> all = carriedOut(fits);
    List<LearningCurve> means = new ArrayList<>();
    List<LearningCurve> medians = new ArrayList<>();
    for (int fold = 0; fold < fitted.size(); fold++) {
      means.add(all.get(2 * fold));
      medians.add(all.get(2 * fold + 1));
    }
    return allTrees
        ? new TrialCurves(means, medians, mean.rounds(), quantiles.rounds())
        : TrialCurves.atBest(means, medians);
  }

  private Callable<LearningCurve> fit(
      Output output, BoostingParameters parameters, int fold, int patience) {
    ValidatedFit fit = new ValidatedFit(output, parameters, seed, patience);
    return () -> fit.curve(fitted.get(fold), judged.get(fold));
  }

  private List<LearningCurve> carriedOut(List<Callable<LearningCurve>> fits) {
    try {
      List<LearningCurve> curves = new ArrayList<>();
      for (Future<LearningCurve> fit : executor.invokeAll(fits)) {
        curves.add(fit.get());
      }
      return curves;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BoostingFailure("the search was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BoostingFailure failure) {
        throw failure;
      }
      throw new BoostingFailure("a trial cannot be fitted: " + e.getCause(), e);
    }
  }
}
