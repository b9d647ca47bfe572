package io.ridecast.forecasting.search;

import io.ridecast.forecasting.training.TrainingParameters;
import java.util.List;
import java.util.Optional;

/**
 * What a search gives.
 *
 * @param chosen the parameters to train with: never worse than the defaults on the search's folds
 * @param trials all that were judged, in order, once for each rung that they came to
 */
public record SearchResult(TrainingParameters chosen, List<Trial> trials) {
  /** Takes a copy. */
  public SearchResult {
    trials = List.copyOf(trials);
  }

  /** The trial whose parameters were chosen; empty when these are the defaults. */
  public Optional<Trial> best() {
    return trials.stream()
        .filter(trial -> !trial.defaults() && trial.parameters().equals(chosen))
        .reduce((before, last) -> last);
  }
}
