package io.ridecast.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.HoldOutReport;
import io.ridecast.forecasting.training.ProgressListener;
import io.ridecast.forecasting.training.TrainedModel;
import io.ridecast.forecasting.training.TrainingStage;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.runtime.artifacts.FileArtifactStore;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.models.ModelShelf;
import io.ridecast.trainer.models.SampleBundle;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingWorkflowTest {
  private static final Instant NOW = Instant.parse("2020-09-10T10:00:00Z");

  @TempDir private Path directory;
  private final RunHistory runs = new RunHistory();
  private final List<TrainingRun> journal = new ArrayList<>();
  private UnsteadyStore store;
  private ModelShelf shelf;

  @BeforeEach
  void openShelf() {
    new AvroSerdes(new InMemoryRegistry()); // from here on records can be copied
    store = new UnsteadyStore(new FileArtifactStore(directory));
    shelf = new ModelShelf(store, directory.toUri());
  }

  @Test
  void shouldTakeEveryStepAndLeaveTheLastToTheCaller() {
    RunOutcome outcome = run(TrainingWorkflowTest::good, train("a"), 120, Optional.empty());

    assertThat(journal)
        .extracting(step -> step.getStep() + " " + step.getStatus())
        .containsExactly(
            "REQUEST STARTED",
            "REQUEST SUCCEEDED",
            "HISTORY STARTED",
            "HISTORY SUCCEEDED",
            "FIT STARTED",
            "FIT SUCCEEDED",
            "CALIBRATE STARTED",
            "CALIBRATE SUCCEEDED",
            "BACKTEST STARTED",
            "BACKTEST SUCCEEDED",
            "GATE STARTED",
            "GATE SUCCEEDED",
            "REGISTER STARTED",
            "REGISTER SUCCEEDED",
            "ANNOUNCE STARTED");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RunOutcome.Announce.class,
            announce -> {
              assertThat(announce.model().version()).isEqualTo(1);
              assertThat(announce.model().runId()).isEqualTo("run-a");
              assertThat(announce.golden()).isNotEmpty();
              assertThat(announce.lastStep().getStatus()).isEqualTo(TrainingStatus.SUCCEEDED);
              assertThat(announce.lastStep().getEndedAt()).isEqualTo(NOW);
            });
  }

  @Test
  void shouldTakeEveryStepAlsoWhenTheTrainingTellsNothing() {
    run((panel, listener) -> SampleBundle.one(), train("a"), 120, Optional.empty());

    assertThat(journal)
        .filteredOn(step -> step.getStatus() == TrainingStatus.SUCCEEDED)
        .extracting(TrainingRun::getStep)
        .contains(TrainingStep.FIT, TrainingStep.CALIBRATE, TrainingStep.BACKTEST);
  }

  @Test
  void shouldSayHowManyDaysAreMissing() {
    RunOutcome outcome = run(TrainingWorkflowTest::good, train("a"), 62, Optional.empty());

    failedAt(outcome, TrainingStep.HISTORY, "62 days are closed, training needs 90: 28 more days");
    assertThat(shelf.newest()).isEmpty();
  }

  @Test
  void shouldSayThatNoDayIsClosed() {
    Assignment nothing = new Assignment(train("a"), Optional.empty(), Optional.empty());

    RunOutcome outcome =
        workflow(TrainingWorkflowTest::good).run(nothing, journal::add, () -> false);

    failedAt(outcome, TrainingStep.HISTORY, "0 days are closed, training needs 90: 90 more days");
  }

  @Test
  void shouldRefuseAModelThatIsNotBetterThanTheNaive() {
    RunOutcome outcome =
        run((panel, listener) -> withReport(0.4, 0.3), train("a"), 120, Optional.of(champion("3")));

    assertThat(outcome).isInstanceOf(RunOutcome.Ended.class);
    assertThat(outcome.lastStep().getStep()).isEqualTo(TrainingStep.GATE);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.REFUSED);
    assertThat(outcome.lastStep().getDetail()).contains("WAPE 0.4000").contains("naive 0.3000");
    assertThat(shelf.newest()).isEmpty();
  }

  @Test
  void shouldEndWithTheStepThatFailedAndItsCause() {
    ModelFitting broken =
        (panel, listener) -> {
          listener.progress(TrainingStage.CALIBRATE, 0);
          throw new IllegalStateException("the scores are empty");
        };

    failedAt(
        run(broken, train("a"), 120, Optional.empty()),
        TrainingStep.CALIBRATE,
        "the scores are empty");
  }

  @Test
  void shouldSurviveAMissingNativeLibrary() {
    ModelFitting unlinked =
        (panel, listener) -> {
          throw new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file");
        };

    failedAt(run(unlinked, train("a"), 120, Optional.empty()), TrainingStep.FIT, "libgomp.so.1");
  }

  @Test
  void shouldTryToStoreThreeTimes() {
    store.failures = 2;
    RunOutcome outcome = run(TrainingWorkflowTest::good, train("a"), 120, Optional.empty());

    assertThat(outcome).isInstanceOf(RunOutcome.Announce.class);
    assertThat(journal)
        .filteredOn(step -> step.getStep() == TrainingStep.REGISTER)
        .extracting(TrainingRun::getAttempt)
        .containsExactly(1, 2, 3, 3);
  }

  @Test
  void shouldFailWhenTheStoreStaysAway() {
    store.failures = 100;

    failedAt(
        run(TrainingWorkflowTest::good, train("a"), 120, Optional.empty()),
        TrainingStep.REGISTER,
        "the disk is full");
  }

  @Test
  void shouldAnnounceWhatItsPredecessorHadRegistered() {
    run(TrainingWorkflowTest::good, train("a"), 120, Optional.empty());
    journal.forEach(runs::apply);
    journal.clear();

    RunOutcome outcome =
        run(
            (panel, listener) -> {
              throw new IllegalStateException("there is nothing to train any more");
            },
            train("a"),
            120,
            Optional.empty());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RunOutcome.Announce.class,
            announce -> assertThat(announce.model().version()).isEqualTo(1));
    assertThat(outcome.lastStep().getAttempt()).isEqualTo(2);
  }

  @Test
  void shouldRollBackToTheModelBeforeTheChampion() {
    registered("a", "b");

    RunOutcome outcome =
        run(null, request(TrainingKind.ROLLBACK, null), 120, Optional.of(champion("2")));

    assertThat(((RunOutcome.Announce) outcome).model().version()).isEqualTo(1);
    assertThat(((RunOutcome.Announce) outcome).model().runId()).isEqualTo("run-a");
  }

  @Test
  void shouldPromoteTheNewestModelOrTheOneAskedFor() {
    registered("a", "b");

    RunOutcome newest =
        run(null, request(TrainingKind.PROMOTE, null), 120, Optional.of(champion("1")));
    RunOutcome asked =
        run(null, request(TrainingKind.PROMOTE, "1"), 120, Optional.of(champion("2")));

    assertThat(((RunOutcome.Announce) newest).model().version()).isEqualTo(2);
    assertThat(((RunOutcome.Announce) asked).model().version()).isEqualTo(1);
  }

  @Test
  void shouldAnnounceNothingWhenTheModelIsChampionAlready() {
    registered("a");

    RunOutcome outcome =
        run(null, request(TrainingKind.PROMOTE, "1"), 120, Optional.of(champion("1")));

    assertThat(outcome).isInstanceOf(RunOutcome.Ended.class);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.SUCCEEDED);
    assertThat(outcome.lastStep().getDetail()).isEqualTo("version 1 is the champion already");
  }

  @Test
  void shouldSayWhichVersionsThereAre() {
    registered("a");

    failedAt(
        run(null, request(TrainingKind.PROMOTE, "7"), 120, Optional.of(champion("1"))),
        TrainingStep.REGISTER,
        "there is no model version 7: the newest is 1");
    failedAt(
        run(null, request(TrainingKind.ROLLBACK, null), 120, Optional.of(champion("1"))),
        TrainingStep.REGISTER,
        "there is no model to go to: the newest is 1");
  }

  @Test
  void shouldLeaveNoTraceOnceItIsAbandoned() {
    Assignment assignment = new Assignment(train("a"), history(120), Optional.empty());

    assertThatExceptionOfType(RunAbandoned.class)
        .isThrownBy(
            () -> workflow(TrainingWorkflowTest::good).run(assignment, journal::add, () -> true));
    assertThat(journal).extracting(TrainingRun::getStatus).doesNotContain(TrainingStatus.FAILED);
    assertThat(shelf.newest()).isEmpty();
  }

  @Test
  void shouldStopWhereTheJournalCannotBeWritten() {
    Assignment assignment = new Assignment(train("a"), history(120), Optional.empty());
    RunJournal shut =
        step -> {
          throw new JournalFailure("fenced", new IllegalStateException());
        };

    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> workflow(TrainingWorkflowTest::good).run(assignment, shut, () -> false));
  }

  private static TrainedModel good(DemandPanel panel, ProgressListener listener) {
    for (TrainingStage stage : TrainingStage.values()) {
      listener.progress(stage, 0);
      listener.progress(stage, 1);
    }
    return SampleBundle.one();
  }

  private static TrainedModel withReport(double wape, double naive) {
    HoldOutReport real = SampleBundle.one().report();
    return new TrainedModel(
        SampleBundle.one().bundle(),
        new HoldOutReport(real.from(), real.to(), real.forecasts(), wape, naive, 0, 0.8));
  }

  private static void failedAt(RunOutcome outcome, TrainingStep step, String cause) {
    assertThat(outcome).isInstanceOf(RunOutcome.Ended.class);
    assertThat(outcome.lastStep().getStep()).isEqualTo(step);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.FAILED);
    assertThat(outcome.lastStep().getDetail()).contains(cause);
  }

  private void registered(String... requests) {
    for (String request : requests) {
      ModelFitting next =
          (panel, listener) -> request.equals("a") ? SampleBundle.one() : SampleBundle.other();
      assertThat(run(next, train(request), 120, Optional.empty()))
          .isInstanceOf(RunOutcome.Announce.class);
    }
  }

  private RunOutcome run(
      ModelFitting fitting,
      TrainingRequest request,
      int days,
      Optional<ModelAnnouncement> champion) {
    return workflow(fitting)
        .run(new Assignment(request, history(days), champion), journal::add, () -> false);
  }

  private TrainingWorkflow workflow(ModelFitting fitting) {
    return new TrainingWorkflow(fitting, shelf, runs, () -> NOW);
  }

  private static Optional<ClosedHistory> history(int days) {
    DemandPanel panel = SampleBundle.panel(days, 1);
    return Optional.of(new ClosedHistory(panel, panel.first(), panel.last(), days));
  }

  private static TrainingRequest train(String id) {
    return RunHistoryTest.request(id);
  }

  private static TrainingRequest request(TrainingKind kind, String version) {
    return TrainingRequest.newBuilder(RunHistoryTest.request(kind + "-" + version))
        .setKind(kind)
        .setVersion(version)
        .build();
  }

  private static ModelAnnouncement champion(String version) {
    return ModelAnnouncement.newBuilder()
        .setSequence(5)
        .setName("demand")
        .setRole(ModelRole.CHAMPION)
        .setVersion(version)
        .setRunId("run")
        .setArtifactUri("file:/models")
        .setSha256("0")
        .setFeatureFingerprint("0")
        .setGolden(List.of())
        .setMetrics(Map.of())
        .setAnnouncedAt(Instant.EPOCH)
        .build();
  }

  /** A store whose first writes fail. */
  private static final class UnsteadyStore implements ArtifactStore {
    private final ArtifactStore store;
    private int failures;

    UnsteadyStore(ArtifactStore store) {
      this.store = store;
    }

    @Override
    public URI put(String path, byte[] content) throws ArtifactUnavailable {
      if (failures > 0) {
        failures--;
        throw new ArtifactUnavailable("the disk is full");
      }
      return store.put(path, content);
    }

    @Override
    public byte[] get(URI uri) throws ArtifactUnavailable {
      return store.get(uri);
    }
  }
}
