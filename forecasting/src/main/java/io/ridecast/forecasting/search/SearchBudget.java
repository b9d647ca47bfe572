package io.ridecast.forecasting.search;

import java.util.function.BooleanSupplier;

/**
 * How far a search may go.
 *
 * @param trials sets of parameters that are tried, the defaults included; below 2 there is no
 *     search
 * @param over asked before each trial: true ends the search with what it has found by then
 */
public record SearchBudget(int trials, BooleanSupplier over) {
  /** So many trials, however long they take. */
  public static SearchBudget of(int trials) {
    return new SearchBudget(trials, () -> false);
  }
}
