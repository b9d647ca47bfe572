package io.ridecast.predictor.models;

import io.ridecast.records.ModelAnnouncement;
import java.util.Optional;

/** What stream tasks see of the models; every answer comes at once. */
public interface ServingModels {

  /** The verified model that serves; empty while only the fallback does. */
  Optional<ReadyModel> ready();

  /** Whether none is ready, but an announced one may soon be. */
  boolean deciding();

  /**
   * Makes known what served before, as a changelog says: it holds if every later one is refused,
   * although the topic may have forgotten it.
   */
  void servedBefore(ModelAnnouncement announcement);

  /** Takes a model out of service that has made something that is no forecast. */
  void withdraw(ReadyModel model, String detail);
}
