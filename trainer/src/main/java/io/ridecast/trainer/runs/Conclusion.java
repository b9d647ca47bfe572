package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingStep;
import io.ridecast.trainer.models.ModelRegistry;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.GateStep;
import java.io.IOException;
import java.util.Optional;

/** The last steps of a run: gate, register and announce. */
final class Conclusion {
  private final ModelRegistry models;
  private final RunSteps steps;
  private final StepRunner runner;
  private final Optional<ModelAnnouncement> champion;

  Conclusion(
      ModelRegistry models,
      RunSteps steps,
      StepRunner runner,
      Optional<ModelAnnouncement> champion) {
    this.models = models;
    this.steps = steps;
    this.runner = runner;
    this.champion = champion;
  }

  /** Registers a model and lets it be announced, if the gate lets it through. */
  RunOutcome of(JudgedModel model) throws IOException, InvalidBundle {
    if (!model.verdict().passed()) {
      steps.start(TrainingStep.GATE);
      return new RunOutcome.Ended(steps.refused(model.verdict().detail()));
    }
    runner.take(TrainingStep.GATE, new GateStep(model.verdict()));
    int free = champion.map(now -> Integer.parseInt(now.getVersion())).orElse(0) + 1;
    RegisteredModel registered =
        runner.take(TrainingStep.REGISTER, new RegisterStep(models, steps.runId(), model, free));
    return announcement(registered, model.bundle(), model.verdict().detail());
  }

  /** Lets a model be announced that is registered, after it has been read and checked. */
  RunOutcome of(ReadStep.Wanted wanted, String why) throws IOException, InvalidBundle {
    ReadStep.Found found = runner.take(TrainingStep.REGISTER, new ReadStep(models, wanted));
    String version = Integer.toString(found.model().version());
    if (champion.filter(now -> now.getVersion().equals(version)).isPresent()) {
      return unchanged("version " + version + " is the champion already");
    }
    return announcement(found.model(), found.bundle(), why);
  }

  /** Lets a model be announced that an earlier trainer had registered, as its last step. */
  RunOutcome goingOn(RegisteredModel registered, String why) throws IOException, InvalidBundle {
    steps.start(TrainingStep.ANNOUNCE);
    ModelBundle bundle = runner.patiently(() -> models.read(registered));
    return announced(registered, bundle, why);
  }

  /** Ends well without a new model. */
  RunOutcome unchanged(String why) {
    steps.start(TrainingStep.ANNOUNCE);
    return new RunOutcome.Ended(steps.succeeded(why));
  }

  private RunOutcome announcement(RegisteredModel model, ModelBundle bundle, String why) {
    steps.start(TrainingStep.ANNOUNCE);
    return announced(model, bundle, why);
  }

  private RunOutcome announced(RegisteredModel model, ModelBundle bundle, String why) {
    return new RunOutcome.Announce(
        steps.succeeded("version " + model.version() + "; " + why), model, bundle.golden());
  }
}
