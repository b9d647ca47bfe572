package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingRequest;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.trainer.models.ModelShelf;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.ServingModel;
import io.ridecast.trainer.steps.Unfulfillable;
import java.util.Optional;

/** The models on the shelf as one request sees them: the champion, and the one that it asks for. */
final class ModelsAtHand {
  private final ModelShelf shelf;
  private final Assignment assignment;

  ModelsAtHand(ModelShelf shelf, Assignment assignment) {
    this.shelf = shelf;
    this.assignment = assignment;
  }

  /** The champion, to be compared with; one that cannot be read is no reason to fail. */
  ServingModel serving(TrainingParameters defaults) {
    Optional<String> version = assignment.champion().map(ModelAnnouncement::getVersion);
    if (version.isEmpty()) {
      return ServingModel.none();
    }
    try {
      return ServingModel.of(version.get(), read(champion()), defaults);
    } catch (ArtifactUnavailable | InvalidBundle | Unfulfillable e) {
      return ServingModel.unreadable(version.get(), e.getMessage() + "");
    }
  }

  /** The champion, if there is one on the shelf. */
  Optional<RegisteredModel> championIfAny() {
    return assignment.champion().map(ModelAnnouncement::getVersion).flatMap(shelf::find);
  }

  /**
   * The champion on the shelf.
   *
   * @throws Unfulfillable if there is none
   */
  RegisteredModel champion() {
    ModelAnnouncement champion =
        assignment
            .champion()
            .orElseThrow(
                () -> new Unfulfillable("no model serves yet: there is none to calibrate"));
    return shelf
        .find(champion.getVersion())
        .orElseThrow(
            () ->
                new Unfulfillable(
                    "champion " + champion.getVersion() + " is not in the model store any more"));
  }

  /** Reads a model and checks that it can serve here. */
  ModelBundle read(RegisteredModel model) throws ArtifactUnavailable, InvalidBundle {
    return shelf.read(model);
  }

  /**
   * The model that a promotion or a roll-back asks for.
   *
   * @throws Unfulfillable if there is none
   */
  RegisteredModel askedFor() {
    TrainingRequest request = assignment.request();
    String version = request.getVersion();
    Optional<RegisteredModel> found =
        switch (request.getKind()) {
          case ROLLBACK -> version == null ? before() : shelf.find(version);
          default -> version == null ? shelf.newest() : shelf.find(version);
        };
    return found.orElseThrow(() -> new Unfulfillable(notFound()));
  }

  private Optional<RegisteredModel> before() {
    return assignment.champion().flatMap(champion -> shelf.before(champion.getVersion()));
  }

  private String notFound() {
    String version = assignment.request().getVersion();
    String newest =
        shelf.newest().map(model -> "the newest is " + model.version()).orElse("there is none yet");
    return version == null
        ? "there is no model to go to: " + newest
        : "there is no model version " + version + ": " + newest;
  }
}
