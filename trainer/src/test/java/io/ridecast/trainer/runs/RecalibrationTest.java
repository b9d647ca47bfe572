package io.ridecast.trainer.runs;

import static io.ridecast.trainer.runs.RunScene.request;
import static io.ridecast.trainer.runs.RunScene.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.models.SampleBundle;
import io.ridecast.trainer.steps.SmallFitting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecalibrationTest {
  private static final int DAYS = 120;
  @TempDir private Path directory;
  private RunScene scene;

  @BeforeEach
  void letAModelServe() throws Exception {
    new AvroSerdes(new InMemoryRegistry()); // from here on records can be copied
    scene = new RunScene(directory);
    scene.announce(scene.run(new SmallFitting(), train("a"), DAYS));
  }

  @Test
  void shouldCalibrateTheSameBoostersOnTheDaysThatCame() throws Exception {
    SmallFitting fitting = new SmallFitting();

    RunOutcome outcome = scene.run(fitting, recalibrate(), wilder(DAYS + 40));

    assertThat(scene.written().subList(17, scene.written().size()))
        .containsExactly(
            "REQUEST STARTED",
            "REQUEST SUCCEEDED",
            "HISTORY STARTED",
            "HISTORY SUCCEEDED",
            "CALIBRATE STARTED",
            "CALIBRATE SUCCEEDED",
            "GATE STARTED",
            "GATE SUCCEEDED",
            "REGISTER STARTED",
            "REGISTER SUCCEEDED",
            "ANNOUNCE STARTED");
    assertThat(fitting.work()).containsExactly("held out");
    assertThat(((RunOutcome.Announce) outcome).model().version()).isEqualTo(2);
    ModelBundle before = bundle("1");
    ModelBundle after = bundle("2");
    assertThat(after.meanBooster()).isEqualTo(before.meanBooster());
    assertThat(after.golden()).isEqualTo(before.golden());
    assertThat(after.training()).isEqualTo(before.training());
    assertThat(after.calibration().days().of(1).high())
        .as("forty wild days need wider intervals")
        .isGreaterThan(before.calibration().days().of(1).high());
  }

  @Test
  void shouldLetGoOfDaysThatAreLongAgo() throws Exception {
    scene.run(new SmallFitting(), recalibrate(), SampleBundle.panel(DAYS + 40, 1));

    assertThat(scene.succeeded())
        .filteredOn(step -> step.getStep() == TrainingStep.CALIBRATE)
        .last()
        .satisfies(
            step ->
                assertThat(step.getDetail())
                    .endsWith("of " + day(DAYS + 40 - 56) + " to " + day(DAYS + 40 - 1)));
  }

  @Test
  void shouldGoOnFromARecalibrationToTheNext() throws Exception {
    scene.announce(scene.run(new SmallFitting(), recalibrate(), SampleBundle.panel(DAYS + 1, 1)));

    RunOutcome next =
        scene.run(
            new SmallFitting(),
            request(TrainingKind.RECALIBRATE, "again"),
            SampleBundle.panel(DAYS + 2, 1));

    assertThat(((RunOutcome.Announce) next).model().version()).isEqualTo(3);
  }

  @Test
  void shouldChangeNothingWhenNoDayHasCome() {
    RunOutcome outcome = scene.run(new SmallFitting(), recalibrate(), DAYS);

    assertThat(outcome).isInstanceOf(RunOutcome.Ended.class);
    assertThat(outcome.lastStep().getStep()).isEqualTo(TrainingStep.ANNOUNCE);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.SUCCEEDED);
    assertThat(outcome.lastStep().getDetail())
        .isEqualTo("no day has come since the champion was calibrated");
  }

  @Test
  void shouldAskForATrainingWhenTheForecastsAreGone() throws Exception {
    try (Stream<Path> files = Files.walk(directory.resolve("runs"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("held-out.csv.gz")).toList()) {
        Files.delete(file);
      }
    }

    RunOutcome outcome = scene.run(new SmallFitting(), recalibrate(), DAYS + 1);

    failedAtCalibrate(
        outcome, "the forecasts that champion 1 was calibrated on are gone: train anew");
  }

  @Test
  void shouldSayThatNothingServesYet() {
    RunScene empty = new RunScene(directory.resolve("empty"));

    failedAtCalibrate(empty.run(new SmallFitting(), recalibrate(), DAYS), "no model serves yet");
  }

  @Test
  void shouldGoOnAfterDyingInARecalibration() throws Exception {
    DemandPanel panel = SampleBundle.panel(DAYS + 5, 1);
    int before = scene.journal().size();
    for (int death = 0; death < 5; death++) {
      scene.afterWrite(killAt(2));
      assertThatExceptionOfType(StackOverflowError.class)
          .isThrownBy(() -> scene.run(new SmallFitting(), recalibrate(), panel));
    }
    scene.afterWrite(() -> {});

    RunOutcome outcome = scene.run(new SmallFitting(), recalibrate(), panel);

    assertThat(((RunOutcome.Announce) outcome).model().version()).isEqualTo(2);
    assertThat(scene.written().subList(before, scene.written().size()))
        .as("each step once")
        .doesNotHaveDuplicates();
  }

  private static TrainingRequest recalibrate() {
    return request(TrainingKind.RECALIBRATE, null);
  }

  private ModelBundle bundle(String version) throws Exception {
    return scene.shelf().read(scene.shelf().find(version).orElseThrow());
  }

  private static void failedAtCalibrate(RunOutcome outcome, String cause) {
    assertThat(outcome.lastStep().getStep()).isEqualTo(TrainingStep.CALIBRATE);
    assertThat(outcome.lastStep().getStatus()).isEqualTo(TrainingStatus.FAILED);
    assertThat(outcome.lastStep().getDetail()).contains(cause);
  }

  /** The usual days, and from the 121st on ones that swing far more. */
  private static DemandPanel wilder(int days) {
    DemandPanel usual = SampleBundle.panel(days, 1);
    DemandSeries series = usual.city();
    for (int index = DAYS; index < days; index++) {
      LocalDate day = usual.first().plusDays(index);
      series = series.with(day, series.at(day) * (index % 2 == 0 ? 0.3f : 1.9f));
    }
    return DemandPanel.of(usual.catalogue(), Map.of("6", series));
  }

  private static LocalDate day(int index) {
    return SampleBundle.panel(1, 1).first().plusDays(index);
  }

  private static Runnable killAt(int count) {
    int[] left = {count};
    return () -> {
      if (--left[0] == 0) {
        throw new StackOverflowError("as if it were killed");
      }
    };
  }
}
