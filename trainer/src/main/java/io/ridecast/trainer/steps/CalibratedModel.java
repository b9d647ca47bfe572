package io.ridecast.trainer.steps;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.HeldOutCalibration;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutFile;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.trainer.plots.Plots;
import io.ridecast.trainer.tracking.StepNotes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model whose intervals are calibrated on days that its boosters, or its candidate's, had not
 * seen.
 *
 * @param model as it may serve
 * @param heldOut the forecasts of those days
 * @param days which they are
 */
public record CalibratedModel(ModelBundle model, HeldOutForecasts heldOut, HeldOutDays days) {
  static CalibratedModel of(ModelBundle boosters, HeldOutForecasts heldOut, HeldOutDays days) {
    return new CalibratedModel(
        boosters.recalibrated(HeldOutCalibration.of(heldOut, days.first(), days.last())),
        heldOut,
        days);
  }

  String phrase() {
    return "%d forecasts of %s to %s".formatted(heldOut.all().size(), days.first(), days.last());
  }

  /** The measures of the days, and the forecasts themselves. */
  StepNotes notes() {
    Map<String, Double> metrics =
        new LinkedHashMap<>(ModelTraining.report(heldOut, days).metrics());
    ModelTraining.sumCoverage(heldOut, days)
        .ifPresent(coverage -> metrics.put("holdout.three_day_coverage", coverage));
    return StepNotes.none()
        .metrics(metrics)
        .file(CalibrateStep.FILE, HeldOutFile.write(heldOut))
        .files(Plots.of(heldOut, days));
  }
}
