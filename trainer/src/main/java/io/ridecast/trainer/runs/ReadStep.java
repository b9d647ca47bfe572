package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.trainer.models.ModelRegistry;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.StepWork;
import java.io.IOException;
import java.util.Map;

/** Reads a model that is registered already, and checks that it can serve here. */
final class ReadStep implements StepWork<ReadStep.Found> {
  private final ModelRegistry models;
  private final Wanted wanted;

  /** A registered model, with what it holds. */
  record Found(RegisteredModel model, ModelBundle bundle) {}

  /** Says which model it is. */
  @FunctionalInterface
  interface Wanted {
    /**
     * The model.
     *
     * @throws IOException if the registry cannot be asked now
     */
    RegisteredModel get() throws IOException;
  }

  /** Reads what is wanted; who it is may turn out to be nobody. */
  ReadStep(ModelRegistry models, Wanted wanted) {
    this.models = models;
    this.wanted = wanted;
  }

  @Override
  public Found carryOut() throws IOException, InvalidBundle {
    RegisteredModel model = wanted.get();
    return new Found(model, models.read(model));
  }

  @Override
  public Map<String, byte[]> files(Found found) {
    return Map.of();
  }

  @Override
  public Found restored(Map<String, byte[]> files) throws IOException {
    throw new IOException("the registry itself keeps it");
  }

  @Override
  public String phrase(Found found) {
    return "version " + found.model().version() + " read and checked";
  }
}
