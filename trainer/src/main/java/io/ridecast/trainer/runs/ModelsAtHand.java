package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingRequest;
import io.ridecast.trainer.models.ModelRegistry;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.ServingModel;
import io.ridecast.trainer.steps.Unfulfillable;
import java.io.IOException;
import java.util.Optional;

/**
 * The models as one request sees them: the champion, as it was announced, and the one that it asks
 * for.
 */
final class ModelsAtHand {
  /** With the pauses of a step some five seconds, on top of the registry's own patience. */
  private static final int TRIES = 3;

  private final ModelRegistry registry;
  private final Assignment assignment;
  private int unread;

  ModelsAtHand(ModelRegistry registry, Assignment assignment) {
    this.registry = registry;
    this.assignment = assignment;
  }

  /**
   * The champion, to be compared with. One that can never be read again, as after a store has
   * moved, must not keep better ones out: after some tries nothing is compared.
   *
   * @throws IOException if it cannot be read now, the first times
   */
  ServingModel serving(TrainingParameters defaults) throws IOException {
    Optional<String> version = assignment.champion().map(ModelAnnouncement::getVersion);
    if (version.isEmpty()) {
      return ServingModel.none();
    }
    try {
      return ServingModel.of(version.get(), read(champion()), defaults);
    } catch (IOException e) {
      if (++unread < TRIES) {
        throw new IOException(
            "champion " + version.get() + " cannot be read: " + e.getMessage(), e);
      }
      return ServingModel.unreadable(version.get(), e.getMessage() + "");
    } catch (InvalidBundle e) {
      return ServingModel.unreadable(version.get(), e.getMessage() + "");
    }
  }

  /** The champion, if there is one. */
  Optional<RegisteredModel> championIfAny() {
    return assignment.champion().map(RegisteredModel::of);
  }

  /**
   * The champion.
   *
   * @throws Unfulfillable if there is none
   */
  RegisteredModel champion() {
    return championIfAny()
        .orElseThrow(() -> new Unfulfillable("no model serves yet: there is none to calibrate"));
  }

  /** Reads a model and checks that it can serve here. */
  ModelBundle read(RegisteredModel model) throws IOException, InvalidBundle {
    return registry.read(model);
  }

  /**
   * The model that a promotion or a roll-back asks for.
   *
   * @throws IOException if the registry cannot be asked now
   * @throws Unfulfillable if there is none
   */
  RegisteredModel askedFor() throws IOException {
    String version = assignment.request().getVersion();
    Optional<RegisteredModel> found = version == null ? usual() : registry.find(version);
    if (found.isEmpty()) {
      throw new Unfulfillable(notFound());
    }
    return found.get();
  }

  private Optional<RegisteredModel> usual() throws IOException {
    TrainingRequest request = assignment.request();
    return switch (request.getKind()) {
      case ROLLBACK -> before();
      default -> registry.newest();
    };
  }

  private Optional<RegisteredModel> before() throws IOException {
    Optional<ModelAnnouncement> champion = assignment.champion();
    return champion.isPresent() ? registry.before(champion.get().getVersion()) : Optional.empty();
  }

  private String notFound() throws IOException {
    String version = assignment.request().getVersion();
    String newest =
        registry
            .newest()
            .map(model -> "the newest is " + model.version())
            .orElse("there is none yet");
    return version == null
        ? "there is no model to go to: " + newest
        : "there is no model version " + version + ": " + newest;
  }
}
