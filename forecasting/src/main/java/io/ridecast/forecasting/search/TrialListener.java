package io.ridecast.forecasting.search;

/** Hears of trials. Called on the search's thread; what it throws ends the search. */
@FunctionalInterface
public interface TrialListener {
  /** Hears nothing. */
  TrialListener NONE = trial -> {};

  /** Called each time that a trial has been judged in a rung. */
  void trial(Trial trial);
}
