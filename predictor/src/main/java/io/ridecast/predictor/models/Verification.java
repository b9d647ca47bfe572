package io.ridecast.predictor.models;

import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejectionReason;

/** Checks a fetched bundle before it may serve. */
@FunctionalInterface
public interface Verification {

  /** Checks the bytes against what was announced. */
  Verdict verify(ModelAnnouncement announcement, byte[] bundle);

  /** What came of it. */
  sealed interface Verdict {}

  /** The model may serve. */
  record Accepted(ForecastModel model) implements Verdict {}

  /** The model must not serve. */
  record Refused(ModelRejectionReason reason, String detail) implements Verdict {}
}
