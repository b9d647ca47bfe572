package io.ridecast.forecasting.training;

/** Stages of a training, in their order. */
public enum TrainingStage {
  /** Rows of features are computed. */
  FEATURES,
  /** The candidate is fitted on the days before those held out. */
  FIT,
  /** Intervals are widened to their coverage. */
  CALIBRATE,
  /** The held-out days are forecast and compared. */
  BACKTEST,
  /** The model that will serve is fitted on all days. */
  REFIT
}
