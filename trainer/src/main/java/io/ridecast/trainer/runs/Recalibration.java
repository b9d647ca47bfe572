package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.forecasting.training.HoldOutReport;
import io.ridecast.forecasting.training.ModelTraining;
import io.ridecast.records.TrainingStep;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.CalibratedModel;
import io.ridecast.trainer.steps.Evidence;
import io.ridecast.trainer.steps.HistoryStep;
import io.ridecast.trainer.steps.ModelFitting;
import io.ridecast.trainer.steps.PromotionGate;
import io.ridecast.trainer.steps.RecalibrateStep;
import io.ridecast.trainer.steps.Unfulfillable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The way from the champion to a light version of it: the same boosters, intervals calibrated on
 * the last days. It needs the forecasts that the champion was calibrated on, which its run has
 * left.
 */
final class Recalibration {
  private final ModelFitting fitting;
  private final HistoryStep days;
  private final StepRunner runner;
  private final ModelsAtHand models;
  private final KnownForecasts before;
  private final Interruption interruption;

  Recalibration(
      ModelFitting fitting,
      HistoryStep days,
      StepRunner runner,
      ModelsAtHand models,
      KnownForecasts before,
      Interruption interruption) {
    this.fitting = fitting;
    this.days = days;
    this.runner = runner;
    this.models = models;
    this.before = before;
    this.interruption = interruption;
  }

  /** The light version; empty if no day has come since the champion was calibrated. */
  Optional<JudgedModel> judged() throws IOException, InvalidBundle {
    ClosedHistory history = runner.take(TrainingStep.HISTORY, days);
    if (knownUpTo().filter(last -> !last.isBefore(history.last())).isPresent()) {
      return Optional.empty();
    }
    CalibratedModel calibrated =
        runner.take(
            TrainingStep.CALIBRATE,
            new RecalibrateStep(
                fitting, history.panel(), this::champion, (stage, done) -> interruption.check()));
    return Optional.of(judged(calibrated));
  }

  private Optional<LocalDate> knownUpTo() {
    return models.championIfAny().flatMap(before::of).flatMap(HeldOutForecasts::last);
  }

  private RecalibrateStep.Champion.Calibrated champion() throws IOException, InvalidBundle {
    RegisteredModel champion = models.champion();
    HeldOutForecasts known =
        before
            .of(champion)
            .orElseThrow(
                () ->
                    new Unfulfillable(
                        "the forecasts that champion %d was calibrated on are gone: train anew"
                            .formatted(champion.version())));
    return new RecalibrateStep.Champion.Calibrated(models.read(champion), known);
  }

  private JudgedModel judged(CalibratedModel calibrated) throws IOException, InvalidBundle {
    RegisteredModel champion = models.champion();
    ModelBundle serving = models.read(champion);
    HoldOutReport report = ModelTraining.report(calibrated.heldOut(), calibrated.days());
    HoldOutReport now =
        calibrated.heldOut().report(report.from(), report.to(), serving.calibration().days());
    Evidence evidence = new Evidence(report, false, report.to(), Optional.empty(), "");
    Map<String, Double> metrics = new LinkedHashMap<>(champion.metrics());
    metrics.put("holdout.coverage", report.coverage());
    return new JudgedModel(
        calibrated.model(), metrics, PromotionGate.judgeIntervals(evidence, now.coverage()));
  }
}
