package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.search.SearchResult;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.records.TrainingStep;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.steps.BacktestStep;
import io.ridecast.trainer.steps.CalibrateStep;
import io.ridecast.trainer.steps.CalibratedModel;
import io.ridecast.trainer.steps.Evidence;
import io.ridecast.trainer.steps.FitStep;
import io.ridecast.trainer.steps.FittedModels;
import io.ridecast.trainer.steps.HistoryStep;
import io.ridecast.trainer.steps.ModelFitting;
import io.ridecast.trainer.steps.PromotionGate;
import io.ridecast.trainer.steps.TuneStep;
import io.ridecast.trainer.steps.Verdict;
import java.io.IOException;

/** The way from the closed days to a model that the gate has judged. */
final class NewModel {
  private final ModelFitting fitting;
  private final HistoryStep days;
  private final StepRunner runner;
  private final ModelsAtHand models;
  private final Interruption interruption;

  NewModel(
      ModelFitting fitting,
      HistoryStep days,
      StepRunner runner,
      ModelsAtHand models,
      Interruption interruption) {
    this.fitting = fitting;
    this.days = days;
    this.runner = runner;
    this.models = models;
    this.interruption = interruption;
  }

  JudgedModel judged() throws IOException, InvalidBundle {
    ProgressListener progress = (stage, done) -> interruption.check();
    ClosedHistory history = runner.take(TrainingStep.HISTORY, days);
    SearchResult search =
        runner.take(
            TrainingStep.TUNE,
            new TuneStep(fitting, history.panel(), trial -> interruption.check()));
    FittedModels fitted =
        runner.take(
            TrainingStep.FIT, new FitStep(fitting, history.panel(), search.chosen(), progress));
    CalibratedModel calibrated =
        runner.take(
            TrainingStep.CALIBRATE, new CalibrateStep(fitting, history.panel(), fitted, progress));
    Evidence evidence =
        runner.take(
            TrainingStep.BACKTEST,
            new BacktestStep(
                fitting,
                history.panel(),
                fitted,
                calibrated,
                () -> models.serving(fitting.defaults()),
                progress));
    Verdict verdict = PromotionGate.judge(evidence);
    return new JudgedModel(calibrated.model(), evidence.metrics(), verdict);
  }
}
