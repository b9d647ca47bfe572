package io.ridecast.trainer.runs;

import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.trainer.models.ModelShelf;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.StepWork;
import java.io.IOException;
import java.util.Map;

/** Puts a run's model on the shelf; the shelf knows by the run's id what is there already. */
final class RegisterStep implements StepWork<RegisteredModel> {
  private final ModelShelf shelf;
  private final String runId;
  private final JudgedModel model;
  private final int atLeast;

  /**
   * A registration.
   *
   * @param atLeast the lowest version that is free for all the caller knows
   */
  RegisterStep(ModelShelf shelf, String runId, JudgedModel model, int atLeast) {
    this.shelf = shelf;
    this.runId = runId;
    this.model = model;
    this.atLeast = atLeast;
  }

  @Override
  public RegisteredModel carryOut() throws ArtifactUnavailable {
    return shelf.register(runId, model.bundle(), model.metrics(), atLeast);
  }

  @Override
  public Map<String, byte[]> files(RegisteredModel registered) {
    return Map.of();
  }

  @Override
  public RegisteredModel restored(Map<String, byte[]> files) throws IOException {
    throw new IOException("the shelf itself knows what is on it");
  }

  @Override
  public String phrase(RegisteredModel registered) {
    return "version " + registered.version() + " at " + registered.artifact();
  }
}
