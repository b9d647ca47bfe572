package io.ridecast.trainer.models;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.records.ModelAnnouncement;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The models that passed the gate. Versions count from 1, and a version never changes; a model is
 * here whole or not at all.
 */
public interface ModelRegistry {

  /**
   * Registers a run's model, once: the same run again gets the version that it had.
   *
   * @param metrics by the names that announcements give them
   * @param atLeast the lowest version that is free for all the caller knows
   * @throws IOException if it cannot be done now; nothing is registered then, and the same call may
   *     be made again
   */
  RegisteredModel register(
      String runId, ModelBundle bundle, Map<String, Double> metrics, int atLeast)
      throws IOException;

  /** The model of a run, if it was registered. */
  Optional<RegisteredModel> ofRun(String runId) throws IOException;

  /** The model of this version. */
  Optional<RegisteredModel> find(String version) throws IOException;

  /** The newest model. */
  Optional<RegisteredModel> newest() throws IOException;

  /** The newest model that is older than this version. */
  Optional<RegisteredModel> before(String version) throws IOException;

  /**
   * Reads a model and checks that it can serve here.
   *
   * @throws IOException if it cannot be read now
   * @throws InvalidBundle if it must not serve
   */
  ModelBundle read(RegisteredModel model) throws IOException, InvalidBundle;

  /**
   * Shows people who the champion is, where the registry can show it. What {@code models} says
   * holds; this follows it.
   *
   * @throws IOException if it cannot be shown now
   */
  void show(ModelAnnouncement champion) throws IOException;
}
