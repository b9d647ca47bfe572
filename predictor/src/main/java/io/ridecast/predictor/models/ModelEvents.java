package io.ridecast.predictor.models;

import io.ridecast.records.ModelRejection;
import java.util.Optional;

/** What there is to tell of the models; every method returns at once. */
public interface ModelEvents {

  /** Another model serves from now on; empty if only the fallback does. */
  void serves(Optional<ReadyModel> model);

  /** An announced model must not serve. */
  void refused(ModelRejection rejection);
}
