package io.ridecast.trainer.steps;

import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutFile;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.util.Map;

/** Lets the candidate forecast the held-out days, and calibrates the model to serve on them. */
public final class CalibrateStep implements StepWork<CalibratedModel> {
  /** The forecasts, as {@link HeldOutFile} writes them; a later recalibration goes on from them. */
  public static final String FILE = "held-out.csv.gz";

  private final ModelFitting fitting;
  private final DemandPanel panel;
  private final FittedModels models;
  private final ProgressListener listener;

  public CalibrateStep(
      ModelFitting fitting, DemandPanel panel, FittedModels models, ProgressListener listener) {
    this.fitting = fitting;
    this.panel = panel;
    this.models = models;
    this.listener = listener;
  }

  @Override
  public CalibratedModel carryOut() {
    HeldOutDays days = days();
    return CalibratedModel.of(
        models.served(), fitting.heldOut(panel, models.candidate(), days, listener), days);
  }

  @Override
  public Map<String, byte[]> files(CalibratedModel calibrated) {
    return Map.of(FILE, HeldOutFile.write(calibrated.heldOut()));
  }

  @Override
  public CalibratedModel restored(Map<String, byte[]> files) throws IOException {
    return CalibratedModel.of(models.served(), HeldOutFile.read(NamedFile.of(files, FILE)), days());
  }

  @Override
  public String phrase(CalibratedModel calibrated) {
    return calibrated.phrase();
  }

  @Override
  public StepNotes notes(CalibratedModel calibrated) {
    return calibrated.notes();
  }

  private HeldOutDays days() {
    return HeldOutDays.of(panel, models.parameters());
  }
}
