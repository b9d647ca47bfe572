package io.ridecast.forecasting.search;

import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.forecasting.training.TrainingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
    ExecutorService executor =
        Executors.newFixedThreadPool(defaults.threadsToUse(), ParameterSearch::thread);
    try {
      List<Trial> trials = drawn(budget.trials());
      for (Rung rung : Rung.ALL) {
        trials = climbed(rung, trials, budget, executor);
      }
      return new SearchResult(chosen(), judged);
    } finally {
      executor.shutdownNow();
    }
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
  private List<Trial> climbed(
      Rung rung, List<Trial> trials, SearchBudget budget, ExecutorService executor) {
    if (budget.over().getAsBoolean()) {
      return List.of();
    }
    RungRows rows = new RungRows(panel, folds, rung, defaults.seed(), executor);
    TrialCurves baseline = rows.defaults(defaults);
    note(new Trial(0, rung.number(), defaults, 1));
    List<Trial> climbed = new ArrayList<>();
    for (Trial trial : trials) {
      if (budget.over().getAsBoolean()) {
        break;
      }
      climbed.add(note(judged(trial, rung, rows, baseline)));
    }
    return climbed.stream()
        .sorted(Comparator.comparingDouble(Trial::loss))
        .limit(Math.max(1, Math.round(rung.keep() * climbed.size())))
        .toList();
  }

  private static Trial judged(Trial trial, Rung rung, RungRows rows, TrialCurves baseline) {
    TrainingParameters parameters = trial.parameters();
    TrialCurves curves = rows.trial(parameters);
    boolean last = rung.sameEta() == 0;
    return new Trial(
        trial.number(),
        rung.number(),
        last
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

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "search");
    thread.setDaemon(true);
    return thread;
  }
}
