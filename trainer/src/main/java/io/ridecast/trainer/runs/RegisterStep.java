package io.ridecast.trainer.runs;

import io.ridecast.trainer.models.ModelRegistry;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.StepWork;
import java.io.IOException;
import java.util.Map;

/** Registers a run's model; the registry knows by the run's id what is there already. */
final class RegisterStep implements StepWork<RegisteredModel> {
  private final ModelRegistry models;
  private final String runId;
  private final JudgedModel model;
  private final int atLeast;

  /**
   * A registration.
   *
   * @param atLeast the lowest version that is free for all the caller knows
   */
  RegisterStep(ModelRegistry models, String runId, JudgedModel model, int atLeast) {
    this.models = models;
    this.runId = runId;
    this.model = model;
    this.atLeast = atLeast;
  }

  @Override
  public RegisteredModel carryOut() throws IOException {
    return models.register(runId, model.bundle(), model.metrics(), atLeast);
  }

  @Override
  public Map<String, byte[]> files(RegisteredModel registered) {
    return Map.of();
  }

  @Override
  public RegisteredModel restored(Map<String, byte[]> files) throws IOException {
    throw new IOException("the registry itself knows what is in it");
  }

  @Override
  public String phrase(RegisteredModel registered) {
    return "version " + registered.version() + " at " + registered.artifact();
  }
}
