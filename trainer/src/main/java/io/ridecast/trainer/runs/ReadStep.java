package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.trainer.models.ModelShelf;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.StepWork;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** Reads a model that is on the shelf already, and checks that it can serve here. */
final class ReadStep implements StepWork<ReadStep.Found> {
  private final ModelShelf shelf;
  private final Supplier<RegisteredModel> wanted;

  /** A model on the shelf, with what it holds. */
  record Found(RegisteredModel model, ModelBundle bundle) {}

  /** Reads what is wanted; who it is may turn out to be nobody. */
  ReadStep(ModelShelf shelf, Supplier<RegisteredModel> wanted) {
    this.shelf = shelf;
    this.wanted = wanted;
  }

  @Override
  public Found carryOut() throws ArtifactUnavailable, InvalidBundle {
    RegisteredModel model = wanted.get();
    return new Found(model, shelf.read(model));
  }

  @Override
  public Map<String, byte[]> files(Found found) {
    return Map.of();
  }

  @Override
  public Found restored(Map<String, byte[]> files) throws IOException {
    throw new IOException("the shelf itself keeps it");
  }

  @Override
  public String phrase(Found found) {
    return "version " + found.model().version() + " read and checked";
  }
}
