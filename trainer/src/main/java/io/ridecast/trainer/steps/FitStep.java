package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.trainer.plots.Plots;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Fits the candidate, and the model that serves if it passes. */
public final class FitStep implements StepWork<FittedModels> {
  private static final String CANDIDATE = "candidate";
  private static final String SERVED = "served";

  private final ModelFitting fitting;
  private final DemandPanel panel;
  private final TrainingParameters parameters;
  private final ProgressListener listener;

  public FitStep(
      ModelFitting fitting,
      DemandPanel panel,
      TrainingParameters parameters,
      ProgressListener listener) {
    this.fitting = fitting;
    this.panel = panel;
    this.parameters = parameters;
    this.listener = listener;
  }

  @Override
  public FittedModels carryOut() {
    return new FittedModels(
        parameters,
        fitting.candidate(panel, parameters, listener),
        fitting.served(panel, parameters, listener));
  }

  @Override
  public Map<String, byte[]> files(FittedModels models) {
    return Map.of(CANDIDATE, models.candidate().bytes(), SERVED, models.served().bytes());
  }

  @Override
  public FittedModels restored(Map<String, byte[]> files) throws IOException, InvalidBundle {
    return new FittedModels(
        parameters,
        ModelBundle.read(NamedFile.of(files, CANDIDATE)),
        ModelBundle.read(NamedFile.of(files, SERVED)));
  }

  @Override
  public String phrase(FittedModels models) {
    return "a candidate on %s rows up to %s, the model to serve on %s up to %s"
        .formatted(
            models.candidate().training().get("rows"),
            models.candidate().training().get("last_day"),
            models.served().training().get("rows"),
            models.served().training().get("last_day"));
  }

  @Override
  public StepNotes notes(FittedModels models) {
    Map<String, String> learnt = new TreeMap<>();
    models.served().training().forEach((name, value) -> learnt.put("trained." + name, value));
    return StepNotes.none().parameters(learnt).files(Plots.of(models.served()));
  }
}
