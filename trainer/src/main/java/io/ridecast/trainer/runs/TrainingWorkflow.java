package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.steps.HistoryStep;
import io.ridecast.trainer.steps.ModelFitting;
import io.ridecast.trainer.steps.Unfulfillable;
import io.ridecast.trainer.tracking.RunOutline;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one request, step by step, from the last step that an earlier trainer finished on.
 * Whatever goes wrong in a step ends the run with that step FAILED and its cause; only a journal
 * that cannot be written throws.
 */
public final class TrainingWorkflow {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingWorkflow.class);

  private final Catalogue catalogue;
  private final ModelFitting fitting;
  private final RunKeeping keeping;
  private final RunHistory runs;
  private final InstantSource wall;

  /**
   * A workflow.
   *
   * @param keeping takes what runs leave
   * @param runs how earlier runs, and this one before its trainer died, have gone
   * @param wall times the steps
   */
  public TrainingWorkflow(
      Catalogue catalogue,
      ModelFitting fitting,
      RunKeeping keeping,
      RunHistory runs,
      InstantSource wall) {
    this.catalogue = catalogue;
    this.fitting = fitting;
    this.keeping = keeping;
    this.runs = runs;
    this.wall = wall;
  }

  /**
   * Runs to the end, on the caller's thread.
   *
   * @throws JournalFailure if a step could not be written
   * @throws RunAbandoned if it was given up
   */
  public RunOutcome run(Assignment assignment, RunJournal journal, Interruption interruption) {
    String runId = RunHistory.runId(assignment.request());
    RunSteps steps =
        new RunSteps(assignment.request(), journal, wall, step -> runs.attempts(runId, step));
    RunOutline outline = new RunOutline(runId, assignment.request(), wall.instant());
    RunDiary diary = new RunDiary(keeping.tracking().of(outline), interruption);
    RunOutcome outcome = outcome(assignment, steps, diary, interruption);
    diary.end(outcome.lastStep());
    return outcome;
  }

  private RunOutcome outcome(
      Assignment assignment, RunSteps steps, RunDiary diary, Interruption interruption) {
    String runId = steps.runId();
    try {
      return run(assignment, steps, diary, interruption);
    } catch (JournalFailure | RunAbandoned e) {
      throw e;
    } catch (Unfulfillable | IOException e) { // both say what is missing, and where
      LOG.warn("{} ends at {}: {}", runId, steps.current(), e.getMessage());
      LOG.debug("{} ends", runId, e);
      return new RunOutcome.Ended(steps.failed(e.getMessage() + ""));
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      LOG.warn("{} failed at {}: {}", runId, steps.current(), RootCause.of(e), e);
      return new RunOutcome.Ended(steps.failed(RootCause.of(e)));
    }
  }

  private RunOutcome run(
      Assignment assignment, RunSteps steps, RunDiary diary, Interruption interruption)
      throws IOException, InvalidBundle {
    TrainingRequest request = assignment.request();
    if (runs.last(steps.runId(), TrainingStep.REQUEST).isEmpty()) {
      steps.start(TrainingStep.REQUEST);
      TrainingRun taken = steps.succeeded(phrase(request));
      diary.step(taken, StepNotes::none);
      steps.write(taken);
    }
    StepRunner runner =
        new StepRunner(
            steps, runs, new RunFiles(keeping.files(), steps.runId()), diary, interruption);
    Conclusion conclusion = new Conclusion(keeping.models(), steps, runner, assignment.champion());
    ModelsAtHand models = new ModelsAtHand(keeping.models(), assignment);
    Optional<RegisteredModel> registered = registered(steps.runId(), runner);
    if (registered.isPresent()) { // by a trainer that ended before it could announce
      return runs.succeeded(steps.runId(), TrainingStep.REGISTER)
          ? conclusion.goingOn(registered.get(), phrase(request))
          : conclusion.of(registered::get, phrase(request));
    }
    HistoryStep days = new HistoryStep(catalogue, assignment.history());
    return switch (request.getKind()) {
      case TRAIN ->
          conclusion.of(new NewModel(fitting, days, runner, models, interruption).judged());
      case RECALIBRATE -> recalibrated(days, runner, models, interruption, conclusion);
      case PROMOTE, ROLLBACK -> conclusion.of(models::askedFor, phrase(request));
    };
  }

  /** The run's model; a run that has not come to its registration has none. */
  private Optional<RegisteredModel> registered(String runId, StepRunner runner)
      throws IOException, InvalidBundle {
    return runs.last(runId, TrainingStep.REGISTER).isPresent()
        ? runner.patiently(() -> keeping.models().ofRun(runId))
        : Optional.empty();
  }

  private RunOutcome recalibrated(
      HistoryStep days,
      StepRunner runner,
      ModelsAtHand models,
      Interruption interruption,
      Conclusion conclusion)
      throws IOException, InvalidBundle {
    KnownForecasts known = new KnownForecasts(runs, keeping.files());
    Optional<JudgedModel> light =
        new Recalibration(fitting, days, runner, models, known, interruption).judged();
    return light.isPresent()
        ? conclusion.of(light.get())
        : conclusion.unchanged("no day has come since the champion was calibrated");
  }

  private static String phrase(TrainingRequest request) {
    String version = request.getVersion() == null ? "" : " " + request.getVersion();
    String detail = request.getDetail().isEmpty() ? "" : ": " + request.getDetail();
    return request.getKind() + version + " (" + request.getReason() + ")" + detail;
  }
}
