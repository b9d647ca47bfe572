package io.ridecast.predictor.models;

import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.records.ModelAnnouncement;

/**
 * A verified model that serves.
 *
 * @param decided the highest announcement that has been decided on: this one's own, or that of a
 *     later one that was refused or names the same model
 * @param announcement what was announced of it
 * @param model the model itself
 */
public record ReadyModel(long decided, ModelAnnouncement announcement, ForecastModel model) {

  /** Its version. */
  public String version() {
    return announcement.getVersion();
  }

  /** The same model where a later announcement has led to nothing else. */
  ReadyModel decidedUpTo(long sequence) {
    return new ReadyModel(Math.max(decided, sequence), announcement, model);
  }

  /** Whether an announcement names this very model. */
  boolean isOf(ModelAnnouncement other) {
    return announcement.getVersion().equals(other.getVersion())
        && announcement.getSha256().equals(other.getSha256());
  }
}
