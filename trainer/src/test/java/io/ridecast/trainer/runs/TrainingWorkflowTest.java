package io.ridecast.trainer.runs;

import static io.ridecast.trainer.runs.RunScene.request;
import static io.ridecast.trainer.runs.RunScene.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.training.HeldOutForecast;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.steps.SmallFitting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingWorkflowTest {
  @TempDir private Path directory;
  private RunScene scene;

  @BeforeEach
  void setTheScene() {
    new AvroSerdes(new InMemoryRegistry()); // from here on records can be copied
    scene = new RunScene(directory);
  }

  @Test
  void shouldTakeEveryStepAndLeaveTheLastToTheCaller() {
    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), 120);

    assertThat(scene.written())
        .containsExactly(
            "REQUEST STARTED",
            "REQUEST SUCCEEDED",
            "HISTORY STARTED",
            "HISTORY SUCCEEDED",
            "TUNE STARTED",
            "TUNE SUCCEEDED",
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
              assertThat(announce.lastStep().getEndedAt()).isEqualTo(RunScene.NOW);
            });
  }

  @Test
  void shouldTellWhereTheFilesOfAStepAre() {
    scene.run(new SmallFitting(), train("a"), 120);

    assertThat(scene.succeeded())
        .filteredOn(step -> !step.getFiles().isEmpty())
        .extracting(step -> step.getStep() + " " + step.getFiles().keySet())
        .containsExactly(
            "HISTORY [events.csv, history.csv.gz, weather.csv]",
            "TUNE [parameters.json, trials.csv]",
            "FIT [candidate, served]",
            "CALIBRATE [held-out.csv.gz]",
            "BACKTEST [evidence.json]",
            "GATE [verdict.json]");
    assertThat(scene.succeeded())
        .flatExtracting(step -> step.getFiles().values())
        .allMatch(address -> address.startsWith(directory.resolve("runs/run-a").toUri() + ""));
  }

  @Test
  void shouldSayHowManyDaysAreMissing() throws Exception {
    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), 62);

    failedAt(outcome, TrainingStep.HISTORY, "62 days are closed, training needs 90: 28 more days");
    assertThat(scene.shelf().newest()).isEmpty();
  }

  @Test
  void shouldSayThatNoDayIsClosed() {
    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), Optional.empty());

    failedAt(outcome, TrainingStep.HISTORY, "0 days are closed, training needs 90: 90 more days");
  }

  @Test
  void shouldRefuseAModelThatIsNotBetterThanTheNaive() throws Exception {
    RunOutcome outcome =
        scene.run(new SmallFitting().heldOut(TrainingWorkflowTest::naive), train("a"), 120);

    assertThat(outcome).isInstanceOf(RunOutcome.Ended.class);
    assertThat(outcome.lastStep().getStep()).isEqualTo(TrainingStep.GATE);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.REFUSED);
    assertThat(outcome.lastStep().getDetail())
        .startsWith("refused: not better than the 7-day seasonal naive, WAPE 0.");
    assertThat(scene.shelf().newest()).isEmpty();
  }

  @Test
  void shouldEndWithTheStepThatFailedAndItsCause() {
    SmallFitting broken =
        new SmallFitting()
            .before(
                what -> {
                  if (what.equals("held out")) {
                    throw new IllegalStateException("the scores are empty");
                  }
                });

    failedAt(scene.run(broken, train("a"), 120), TrainingStep.CALIBRATE, "the scores are empty");
  }

  @Test
  void shouldSurviveAMissingNativeLibrary() {
    SmallFitting unlinked =
        new SmallFitting()
            .before(
                what -> {
                  if (what.equals("candidate")) {
                    throw new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file");
                  }
                });

    failedAt(scene.run(unlinked, train("a"), 120), TrainingStep.FIT, "libgomp.so.1");
  }

  @Test
  void shouldTryAgainAfterLongerAndLongerPauses() {
    scene.store().failures(3);

    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), 120);

    assertThat(outcome).isInstanceOf(RunOutcome.Announce.class);
    assertThat(scene.journal())
        .filteredOn(step -> step.getStep() == TrainingStep.HISTORY)
        .extracting(TrainingRun::getAttempt)
        .containsExactly(1, 2, 3, 4, 4);
    assertThat(scene.interruption().pauses())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));
  }

  @Test
  void shouldNotFitTwiceOnlyBecauseAFileCouldNotBeWritten() {
    SmallFitting fitting =
        new SmallFitting()
            .before(
                what -> {
                  if (what.equals("served")) {
                    scene.store().failures(2);
                  }
                });

    assertThat(scene.run(fitting, train("a"), 120)).isInstanceOf(RunOutcome.Announce.class);
    assertThat(fitting.work()).containsExactly("search", "candidate", "served", "held out");
  }

  @Test
  void shouldFailAndThenStartCleanlyWhenTheDiskIsFullForAWhile() throws Exception {
    scene.store().failures(100);
    failedAt(
        scene.run(new SmallFitting(), train("a"), 120),
        TrainingStep.HISTORY,
        "No space left on device");
    assertThat(scene.shelf().newest()).isEmpty();

    scene.store().failures(0);
    RunOutcome next = scene.run(new SmallFitting(), train("b"), 120);

    assertThat(((RunOutcome.Announce) next).model().version()).isEqualTo(1);
  }

  @Test
  void shouldRollBackToTheModelBeforeTheChampion() throws Exception {
    registered("a", "b");
    scene.serve("2");

    RunOutcome outcome = scene.run(new SmallFitting(), request(TrainingKind.ROLLBACK, null), 120);

    assertThat(((RunOutcome.Announce) outcome).model().version()).isEqualTo(1);
    assertThat(((RunOutcome.Announce) outcome).model().runId()).isEqualTo("run-a");
  }

  @Test
  void shouldPromoteTheNewestModelOrTheOneAskedFor() throws Exception {
    registered("a", "b");

    scene.serve("1");
    RunOutcome newest = scene.run(new SmallFitting(), request(TrainingKind.PROMOTE, null), 120);
    scene.serve("2");
    RunOutcome asked = scene.run(new SmallFitting(), request(TrainingKind.PROMOTE, "1"), 120);

    assertThat(((RunOutcome.Announce) newest).model().version()).isEqualTo(2);
    assertThat(((RunOutcome.Announce) asked).model().version()).isEqualTo(1);
  }

  @Test
  void shouldAnnounceNothingWhenTheModelIsChampionAlready() throws Exception {
    registered("a");
    scene.serve("1");

    RunOutcome outcome = scene.run(new SmallFitting(), request(TrainingKind.PROMOTE, "1"), 120);

    assertThat(outcome).isInstanceOf(RunOutcome.Ended.class);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.SUCCEEDED);
    assertThat(outcome.lastStep().getDetail()).isEqualTo("version 1 is the champion already");
  }

  @Test
  void shouldSayWhichVersionsThereAre() throws Exception {
    registered("a");
    scene.serve("1");

    failedAt(
        scene.run(new SmallFitting(), request(TrainingKind.PROMOTE, "7"), 120),
        TrainingStep.REGISTER,
        "there is no model version 7: the newest is 1");
    failedAt(
        scene.run(new SmallFitting(), request(TrainingKind.ROLLBACK, null), 120),
        TrainingStep.REGISTER,
        "there is no model to go to: the newest is 1");
  }

  @Test
  void shouldLeaveNoTraceOnceItIsAbandoned() throws Exception {
    scene.interruption().abandon();

    assertThatExceptionOfType(RunAbandoned.class)
        .isThrownBy(() -> scene.run(new SmallFitting(), train("a"), 120));
    assertThat(scene.journal())
        .extracting(TrainingRun::getStatus)
        .doesNotContain(TrainingStatus.FAILED);
    assertThat(scene.shelf().newest()).isEmpty();
  }

  @Test
  void shouldStopWhereTheJournalCannotBeWritten() {
    scene.beforeWrite(
        () -> {
          throw new JournalFailure("fenced", new IllegalStateException());
        });

    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> scene.run(new SmallFitting(), train("a"), 120));
  }

  /** Says what last week was. */
  static HeldOutForecasts naive(HeldOutForecasts forecasts) {
    return HeldOutForecasts.of(forecasts.all().stream().map(TrainingWorkflowTest::naive).toList());
  }

  private static HeldOutForecast naive(HeldOutForecast forecast) {
    RawForecast raw = forecast.raw();
    double last = forecast.naive();
    return new HeldOutForecast(
        forecast.community(),
        forecast.target(),
        forecast.lead(),
        new RawForecast(raw.base(), raw.mean(), raw.low(), last, raw.high()),
        last,
        forecast.actual());
  }

  private static void failedAt(RunOutcome outcome, TrainingStep step, String cause) {
    assertThat(outcome).isInstanceOf(RunOutcome.Ended.class);
    assertThat(outcome.lastStep().getStep()).isEqualTo(step);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.FAILED);
    assertThat(outcome.lastStep().getDetail()).contains(cause);
  }

  private void registered(String... requests) {
    for (String request : requests) {
      assertThat(scene.run(new SmallFitting(), train(request), 120))
          .isInstanceOf(RunOutcome.Announce.class);
    }
  }
}
