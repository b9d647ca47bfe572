package io.ridecast.trainer.steps;

import io.ridecast.forecasting.measures.PairedBootstrap;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutComparison;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the candidate on the held-out days, and beside it the champion's way to train: its
 * parameters, fitted anew on the very days that the candidate was fitted on. The champion itself
 * has seen most of the held-out days, so its own forecasts of them would prove nothing.
 */
public final class BacktestStep implements StepWork<Evidence> {
  /** What the gate decides on. */
  public static final String FILE = "evidence.json";

  private final ModelFitting fitting;
  private final DemandPanel panel;
  private final FittedModels models;
  private final CalibratedModel calibrated;
  private final Champion champion;
  private final ProgressListener listener;

  /** The champion as it can be known now. */
  @FunctionalInterface
  public interface Champion {
    /**
     * Looks for it.
     *
     * @throws IOException if it may be known a little later
     */
    ServingModel get() throws IOException;
  }

  public BacktestStep(
      ModelFitting fitting,
      DemandPanel panel,
      FittedModels models,
      CalibratedModel calibrated,
      Champion champion,
      ProgressListener listener) {
    this.fitting = fitting;
    this.panel = panel;
    this.models = models;
    this.calibrated = calibrated;
    this.champion = champion;
    this.listener = listener;
  }

  @Override
  public Evidence carryOut() throws IOException {
    ServingModel serving = champion.get();
    return new Evidence(
        ModelTraining.report(calibrated.heldOut(), calibrated.days()),
        calibrated.heldOut().constant(),
        panel.last(),
        serving
            .recipe(models.parameters())
            .flatMap(recipe -> challenge(recipe, serving.version(), serving.lastDay())),
        serving.remark());
  }

  private Optional<Challenge> challenge(
      TrainingParameters recipe, String version, LocalDate lastDay) {
    HeldOutForecasts others =
        recipe.equals(models.parameters())
            ? calibrated.heldOut()
            : fitting.heldOut(
                panel, fitting.candidate(panel, recipe, listener), calibrated.days(), listener);
    Optional<PairedBootstrap.Ratio> error = HeldOutComparison.between(calibrated.heldOut(), others);
    return error.map(ratio -> new Challenge(version, lastDay, ratio));
  }

  @Override
  public Map<String, byte[]> files(Evidence evidence) {
    return Map.of(FILE, EvidenceFile.write(evidence));
  }

  @Override
  public Evidence restored(Map<String, byte[]> files) throws IOException {
    return EvidenceFile.read(NamedFile.of(files, FILE));
  }

  @Override
  public String phrase(Evidence evidence) {
    return String.format(
            Locale.ROOT,
            "held out %s to %s: WAPE %.4f, 7-day seasonal naive %.4f",
            evidence.report().from(),
            evidence.report().to(),
            evidence.report().wape(),
            evidence.report().naiveWape())
        + evidence.challenge().map(challenge -> "; " + challenge.phrase()).orElse("");
  }

  @Override
  public StepNotes notes(Evidence evidence) {
    return StepNotes.none().metrics(evidence.metrics()).file(FILE, EvidenceFile.write(evidence));
  }
}
