package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutFile;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/**
 * Calibrates the champion anew on its last days: those that it was calibrated on before and those
 * that have come since. None of them had been seen by the boosters that forecast it.
 */
public final class RecalibrateStep implements StepWork<CalibratedModel> {
  private static final int DAYS = 56;

  private final ModelFitting fitting;
  private final DemandPanel panel;
  private final Champion champion;
  private final ProgressListener listener;

  /** What is calibrated anew, looked for when the step begins. */
  @FunctionalInterface
  public interface Champion {
    /**
     * The champion.
     *
     * @throws Unfulfillable if there is none, or it has lost what it was calibrated on
     */
    Calibrated get() throws IOException, InvalidBundle;

    /**
     * A model with the forecasts that it was calibrated on.
     *
     * @param heldOut of days that its boosters, or its candidate's, had not seen
     */
    record Calibrated(ModelBundle model, HeldOutForecasts heldOut) {}
  }

  /** Goes on from the held-out forecasts that the champion was calibrated on. */
  public RecalibrateStep(
      ModelFitting fitting, DemandPanel panel, Champion champion, ProgressListener listener) {
    this.fitting = fitting;
    this.panel = panel;
    this.champion = champion;
    this.listener = listener;
  }

  @Override
  public CalibratedModel carryOut() throws IOException, InvalidBundle {
    Champion.Calibrated now = champion.get();
    LocalDate next = now.heldOut().last().map(last -> last.plusDays(1)).orElse(panel.last());
    HeldOutForecasts later =
        fitting.heldOut(panel, now.model(), new HeldOutDays(next, next, panel.last()), listener);
    return calibrated(
        now.model(), now.heldOut().followedBy(later, panel.last().minusDays(DAYS - 1L)));
  }

  @Override
  public Map<String, byte[]> files(CalibratedModel calibrated) {
    return Map.of(CalibrateStep.FILE, HeldOutFile.write(calibrated.heldOut()));
  }

  @Override
  public CalibratedModel restored(Map<String, byte[]> files) throws IOException, InvalidBundle {
    return calibrated(
        champion.get().model(), HeldOutFile.read(NamedFile.of(files, CalibrateStep.FILE)));
  }

  @Override
  public String phrase(CalibratedModel calibrated) {
    return calibrated.phrase();
  }

  @Override
  public StepNotes notes(CalibratedModel calibrated) {
    return calibrated.notes();
  }

  /** The newer half is what the intervals are judged on, calibrated on the half before. */
  private CalibratedModel calibrated(ModelBundle model, HeldOutForecasts heldOut) {
    LocalDate last = panel.last();
    LocalDate first = heldOut.first().orElse(last);
    long days = last.toEpochDay() - first.toEpochDay() + 1;
    return CalibratedModel.of(
        model, heldOut, new HeldOutDays(first, first.plusDays(days / 2), last));
  }
}
