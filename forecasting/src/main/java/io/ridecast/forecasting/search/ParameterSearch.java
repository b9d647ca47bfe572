package io.ridecast.forecasting.search;

import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.forecasting.training.TrainingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Searches parameters by successive halving (Jamieson and Talwalkar, "Non-stochastic best arm
 * identification and hyperparameter optimization", AISTATS 2016): many trials get a cheap look, the
 * better ones a closer one. Folds are ordered in time, the same seed and budget of trials give the
 * same choice, and the defaults are in every rung, so that what is chosen is never worse on them.
 */
public final class ParameterSearch {
  /** What is better by less is noise: the defaults stay. */
  private static final double WORTH_CHANGING = 0.998;

  private final DemandPanel panel;
  private final List<Fold> folds;
  private final TrainingParameters defaults;
  private final TrialListener listener;
  private final List<Trial> judged = new ArrayList<>();

  /**
   * A search.
   *
   * @param last the last day that it may look at
   * @param defaults what is trained with unless something better is found
   */
  public ParameterSearch(
      DemandPanel panel, LocalDate last, TrainingParameters defaults, TrialListener listener) {
    this.panel = panel;
    this.folds = Fold.upTo(TrainingRows.firstTarget(panel), last);
    this.defaults = defaults;
    this.listener = listener;
  }

  /** Whether the history is long enough for a fold; otherwise the defaults are chosen at once. */
  public boolean possible() {
    return !folds.isEmpty();
  }

  /**
   * Searches on the calling thread, and as many more as the defaults say.
   *
   * @throws io.ridecast.forecasting.boosting.BoostingFailure when XGBoost fails or is not there
   */
  public SearchResult run(SearchBudget budget) {
    if (budget.trials() < 2 || !possible()) {
      return new SearchResult(defaults, List.of());
    }
    try (SideBySide sideBySide = new SideBySide(defaults.threadsToUse())) {
      List<FoldRows> rows = sideBySide.all(folds.stream().map(this::rows).toList());
      List<Trial> trials = drawn(budget.trials());
      for (Rung rung : Rung.ALL) {
        RungFits fits = new RungFits(rung, rows, defaults.seed(), sideBySide);
        trials = climbed(rung, trials, budget, fits);
      }
      return new SearchResult(chosen(), judged);
    }
  }

  private Callable<FoldRows> rows(Fold fold) {
    return () -> FoldRows.of(panel, fold, Rung.MOST_ROWS, defaults.seed());
  }

  private List<Trial> drawn(int count) {
    SearchSpace space = new SearchSpace(defaults);
    List<Trial> trials = new ArrayList<>();
    for (int number = 1; number < count; number++) {
      trials.add(new Trial(number, 0, space.draw(), Double.NaN));
    }
    return trials;
  }

  /** Judges the trials in a rung and gives those that the next one takes. */
  private List<Trial> climbed(Rung rung, List<Trial> trials, SearchBudget budget, RungFits fits) {
    if (budget.over().getAsBoolean()) {
      return List.of();
    }
    TrialCurves baseline = fits.defaults(defaults);
    note(new Trial(0, rung.number(), defaults, 1));
    List<Trial> climbed = new ArrayList<>();
    for (Trial trial : trials) {
      if (budget.over().getAsBoolean()) {
        break;
      }
      climbed.add(note(judged(trial, rung, fits, baseline)));
    }
    return climbed.stream()
        .sorted(Comparator.comparingDouble(Trial::loss))
        .limit(Math.max(1, Math.round(rung.keep() * climbed.size())))
        .toList();
  }

  private static Trial judged(Trial trial, Rung rung, RungFits fits, TrialCurves baseline) {
    TrainingParameters parameters = trial.parameters();
    TrialCurves curves = fits.trial(parameters);
    return new Trial(
        trial.number(),
        rung.number(),
        rung.last()
            ? parameters.grown(
                parameters.mean().withRounds(curves.meanTrees()),
                parameters.quantiles().withRounds(curves.medianTrees()))
            : parameters,
        curves.relativeTo(baseline));
  }

  private Trial note(Trial trial) {
    judged.add(trial);
    listener.trial(trial);
    return trial;
  }

  /** The best of the last rung: only there was it found how many trees a trial needs. */
  private TrainingParameters chosen() {
    return judged.stream()
        .filter(trial -> trial.rung() == Rung.ALL.size() && trial.loss() < WORTH_CHANGING)
        .min(Comparator.comparingDouble(Trial::loss))
        .map(Trial::parameters)
        .orElse(defaults);
  }
}
