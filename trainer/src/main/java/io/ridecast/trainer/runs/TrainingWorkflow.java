package io.ridecast.trainer.runs;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.training.TrainedModel;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.models.ModelShelf;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.requests.BootstrapPolicy;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one request, step by step. Whatever goes wrong in a step ends the run with that step
 * FAILED and its cause; only a journal that cannot be written throws.
 */
public final class TrainingWorkflow {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingWorkflow.class);
  private static final int REGISTER_ATTEMPTS = 3;

  private final ModelFitting fitting;
  private final ModelShelf shelf;
  private final RunHistory runs;
  private final InstantSource wall;

  /** The wall clock times the steps. */
  public TrainingWorkflow(
      ModelFitting fitting, ModelShelf shelf, RunHistory runs, InstantSource wall) {
    this.fitting = fitting;
    this.shelf = shelf;
    this.runs = runs;
    this.wall = wall;
  }

  /**
   * Runs to the end, on the caller's thread.
   *
   * @param abandoned asked now and then: true ends the run without a trace
   * @throws JournalFailure if a step could not be written
   * @throws RunAbandoned if it was given up
   */
  public RunOutcome run(Assignment assignment, RunJournal journal, BooleanSupplier abandoned) {
    TrainingRequest request = assignment.request();
    String runId = RunHistory.runId(request);
    RunSteps steps = new RunSteps(request, journal, wall, step -> runs.attempts(runId, step));
    try {
      steps.start(TrainingStep.REQUEST);
      steps.succeed(phrase(request));
      return switch (request.getKind()) {
        // Calibration is part of the bundle, so to recalibrate is to train anew.
        case TRAIN, RECALIBRATE -> train(runId, assignment, steps, abandoned);
        case PROMOTE -> announce(promoted(request), assignment, steps);
        case ROLLBACK -> announce(before(request, assignment), assignment, steps);
      };
    } catch (JournalFailure | RunAbandoned e) {
      throw e;
    } catch (Unfulfillable e) {
      LOG.warn("{} ends at {}: {}", runId, steps.current(), e.getMessage());
      return new RunOutcome.Ended(steps.failed(RootCause.of(e)));
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      LOG.warn("{} failed at {}: {}", runId, steps.current(), RootCause.of(e), e);
      return new RunOutcome.Ended(steps.failed(RootCause.of(e)));
    }
  }

  private RunOutcome train(
      String runId, Assignment assignment, RunSteps steps, BooleanSupplier abandoned)
      throws ArtifactUnavailable, InvalidBundle {
    Optional<RegisteredModel> registered = shelf.ofRun(runId);
    if (registered.isPresent()) { // by a trainer that ended before it could announce
      return announce(registered, assignment, steps);
    }
    steps.start(TrainingStep.HISTORY);
    ClosedHistory history = longEnough(assignment.history());
    steps.succeed(history.phrase());

    steps.start(TrainingStep.FIT);
    TrainingProgress progress = new TrainingProgress(steps, abandoned);
    TrainedModel trained = fitting.train(history.panel(), progress);
    progress.reach(TrainingStep.BACKTEST);
    PromotionGate.Verdict verdict = PromotionGate.judge(trained.report());
    steps.succeed("held out " + trained.report().from() + " to " + trained.report().to());

    steps.start(TrainingStep.GATE);
    if (!verdict.passed()) {
      return new RunOutcome.Ended(steps.refused(verdict.detail()));
    }
    steps.succeed(verdict.detail());
    RegisteredModel model = register(runId, trained, assignment, steps);
    return announcement(model, trained.bundle(), verdict.detail(), steps);
  }

  private RegisteredModel register(
      String runId, TrainedModel trained, Assignment assignment, RunSteps steps)
      throws ArtifactUnavailable {
    steps.start(TrainingStep.REGISTER);
    int free = assignment.champion().map(TrainingWorkflow::version).orElse(0) + 1;
    for (int attempt = 1; ; attempt++) {
      try {
        RegisteredModel model =
            shelf.register(runId, trained.bundle(), trained.report().metrics(), free);
        steps.succeed("version " + model.version() + " at " + model.artifact());
        return model;
      } catch (ArtifactUnavailable e) {
        if (attempt == REGISTER_ATTEMPTS) {
          throw e;
        }
        LOG.warn("{} could not be stored, once more: {}", runId, e.getMessage());
        steps.again();
      }
    }
  }

  /** Announces a model that is on the shelf, after it has been read and checked. */
  private RunOutcome announce(
      Optional<RegisteredModel> found, Assignment assignment, RunSteps steps)
      throws ArtifactUnavailable, InvalidBundle {
    steps.start(TrainingStep.REGISTER);
    RegisteredModel model = found.orElseThrow(() -> new Unfulfillable(notFound(assignment)));
    String version = Integer.toString(model.version());
    ModelBundle bundle = shelf.read(model);
    steps.succeed("version " + version + " read and checked");
    if (assignment.champion().filter(now -> now.getVersion().equals(version)).isPresent()) {
      steps.start(TrainingStep.ANNOUNCE);
      return new RunOutcome.Ended(
          steps.succeeded("version " + version + " is the champion already"));
    }
    return announcement(model, bundle, phrase(assignment.request()), steps);
  }

  private static RunOutcome announcement(
      RegisteredModel model, ModelBundle bundle, String why, RunSteps steps) {
    steps.start(TrainingStep.ANNOUNCE);
    return new RunOutcome.Announce(
        steps.succeeded("version " + model.version() + "; " + why), model, bundle.golden());
  }

  private Optional<RegisteredModel> promoted(TrainingRequest request) {
    String version = request.getVersion();
    return version == null ? shelf.newest() : shelf.find(version);
  }

  private Optional<RegisteredModel> before(TrainingRequest request, Assignment assignment) {
    String version = request.getVersion();
    return version == null
        ? assignment.champion().flatMap(champion -> shelf.before(champion.getVersion()))
        : shelf.find(version);
  }

  private String notFound(Assignment assignment) {
    String version = assignment.request().getVersion();
    String newest =
        shelf.newest().map(model -> "the newest is " + model.version()).orElse("there is none yet");
    return version == null
        ? "there is no model to go to: " + newest
        : "there is no model version " + version + ": " + newest;
  }

  private static ClosedHistory longEnough(Optional<ClosedHistory> history) {
    int days = history.map(ClosedHistory::days).orElse(0);
    int missing = BootstrapPolicy.NEEDED_DAYS - days;
    if (missing > 0) {
      throw new Unfulfillable(
          "%d days are closed, training needs %d: %d more days"
              .formatted(days, BootstrapPolicy.NEEDED_DAYS, missing));
    }
    return history.orElseThrow();
  }

  private static int version(ModelAnnouncement champion) {
    return Integer.parseInt(champion.getVersion());
  }

  private static String phrase(TrainingRequest request) {
    String version = request.getVersion() == null ? "" : " " + request.getVersion();
    String detail = request.getDetail().isEmpty() ? "" : ": " + request.getDetail();
    return request.getKind() + version + " (" + request.getReason() + ")" + detail;
  }
}
