package io.ridecast.forecasting.search;

import java.util.List;

/**
 * A round of the search: how much each trial that is still in it may cost.
 *
 * @param number from 1
 * @param keep the share of its trials that the next rung takes
 * @param folds how many, the newest first
 * @param rows about so many are fitted on, in each fold
 * @param rounds most trees
 * @param patience ends a fit after so many trees that brought nothing
 * @param sameEta learning rate of all trials; 0 lets each have its own. Few trees on small steps
 *     would only tell which trial steps furthest.
 */
record Rung(
    int number, double keep, int folds, int rows, int rounds, int patience, double sameEta) {
  /** Rows that are fitted on in the last rung. */
  static final int MOST_ROWS = 40_000;

  /** The usual three: from many cheap looks to a few thorough ones. */
  static final List<Rung> ALL =
      List.of(
          new Rung(1, 0.34, 1, 10_000, 40, 10, 0.15),
          new Rung(2, 0.25, 2, 20_000, 60, 15, 0.12),
          new Rung(3, 0, 3, MOST_ROWS, 300, 25, 0));

  /** Whether trials grow here as they would in a training. */
  boolean last() {
    return sameEta == 0;
  }
}
