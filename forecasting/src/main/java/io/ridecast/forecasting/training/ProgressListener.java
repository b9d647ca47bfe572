package io.ridecast.forecasting.training;

/** Hears how far a training is. Called on the training's thread, often: return at once. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = (stage, done) -> {};

  /**
   * Called when {@code stage} starts (0), goes on, and ends (1).
   *
   * @param done share of the stage, 0 to 1
   */
  void progress(TrainingStage stage, double done);
}
