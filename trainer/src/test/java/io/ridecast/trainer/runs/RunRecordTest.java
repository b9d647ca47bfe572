package io.ridecast.trainer.runs;

import static io.ridecast.trainer.history.SampleHistory.FAIR;
import static io.ridecast.trainer.runs.RunScene.train;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.history.SampleHistory;
import io.ridecast.trainer.steps.SmallFitting;
import io.ridecast.trainer.tracking.FileTracking;
import io.ridecast.trainer.tracking.RunRecord;
import io.ridecast.trainer.tracking.StepNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down of a run for people, and what that may do to the run: nothing. */
class RunRecordTest {
  @TempDir private Path directory;
  private RunScene scene;

  @BeforeEach
  void setTheScene() {
    new AvroSerdes(new InMemoryRegistry()); // from here on records can be copied
    scene = new RunScene(directory);
  }

  @Test
  void shouldKeepEveryStepAndItsPicturesInTheModelStore() throws Exception {
    scene.tracking(new FileTracking(scene.store()));

    scene.run(new SmallFitting(), train("a"), 120);

    Path record = directory.resolve("runs/run-a/record");
    try (Stream<Path> files = Files.list(record)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "request-1.json",
              "history-1.json",
              "tune-1.json",
              "fit-1.json",
              "fit-1",
              "calibrate-1.json",
              "calibrate-1",
              "backtest-1.json",
              "gate-1.json",
              "register-1.json",
              "announce-1.json");
    }
    assertThat(record.resolve("fit-1/importance.svg")).exists();
    assertThat(record.resolve("calibrate-1/error-by-lead.svg")).exists();
    JsonNode history = json(record.resolve("history-1.json"));
    assertThat(history.at("/data/rows").asInt()).isEqualTo(120);
    assertThat(history.at("/data/sha256").asText()).hasSize(64);
    JsonNode backtest = json(record.resolve("backtest-1.json"));
    assertThat(backtest.at("/metrics/holdout.wape").asDouble()).isPositive();
    assertThat(backtest.at("/files/evidence.json").asText()).startsWith("file:");
    assertThat(json(record.resolve("announce-1.json")).at("/status").asText())
        .isEqualTo("succeeded");
  }

  @Test
  void shouldNameTheWeatherAndTheOwnDaysOfATraining() throws Exception {
    scene.tracking(new FileTracking(scene.store()));

    scene.run(
        new SmallFitting(),
        train("a"),
        Optional.of(SampleHistory.in(SampleHistory.weather(1), FAIR)));

    JsonNode history = json(directory.resolve("runs/run-a/record/history-1.json"));
    JsonNode data = history.path("data");
    assertThat(data.at("/weather/first_day").asText()).isEqualTo("2020-01-06");
    assertThat(data.at("/weather/last_day").asText())
        .as("it was forecast before the last day, 2020-05-04, had ended")
        .isEqualTo("2020-05-05");
    assertThat(data.at("/weather/reports").asInt()).isEqualTo(121);
    assertThat(data.path("events").asInt()).isEqualTo(2);
    assertThat(history.path("detail").asText())
        .endsWith(" rides, weather of 2020-01-06 to 2020-05-05, 2 own days");
  }

  @Test
  void shouldCatchUpOnceTheRecordCanBeWrittenAgain() {
    UnsteadyRecord record = new UnsteadyRecord(3);
    scene.tracking(run -> record);

    scene.run(new SmallFitting(), train("a"), 120);

    assertThat(record.written)
        .as("in order, each once")
        .containsExactly(
            "REQUEST",
            "HISTORY",
            "TUNE",
            "FIT",
            "start CALIBRATE",
            "CALIBRATE",
            "start BACKTEST",
            "BACKTEST",
            "start GATE",
            "GATE",
            "start REGISTER",
            "REGISTER",
            "end ANNOUNCE");
  }

  @Test
  void shouldNotMindARecordThatIsNeverWritten() {
    UnsteadyRecord record = new UnsteadyRecord(Integer.MAX_VALUE);
    scene.tracking(run -> record);

    RunOutcome outcome = scene.run(new SmallFitting(), train("a"), 120);

    assertThat(outcome).isInstanceOf(RunOutcome.Announce.class);
    assertThat(scene.journal())
        .extracting(TrainingRun::getStatus)
        .containsOnly(TrainingStatus.STARTED, TrainingStatus.SUCCEEDED);
    assertThat(record.written).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatBreaksTheRecord() {
    List<String> written = new ArrayList<>();
    scene.tracking(
        run ->
            new RunRecord() {
              @Override
              public void started(TrainingRun step) {
                throw new IllegalStateException("broken too");
              }

              @Override
              public void step(TrainingRun step, StepNotes notes) {
                written.add(step.getStep().toString());
                throw new IllegalStateException("broken");
              }

              @Override
              public void end(TrainingRun last) {
                written.add("end");
              }
            });

    assertThat(scene.run(new SmallFitting(), train("a"), 120))
        .isInstanceOf(RunOutcome.Announce.class);
    assertThat(written).endsWith("REGISTER", "end");
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  /** Cannot be written for so many attempts. */
  private static final class UnsteadyRecord implements RunRecord {
    private final List<String> written = new ArrayList<>();
    private int failures;

    UnsteadyRecord(int failures) {
      this.failures = failures;
    }

    @Override
    public void started(TrainingRun step) {
      written.add("start " + step.getStep());
    }

    @Override
    public void step(TrainingRun step, StepNotes notes) throws IOException {
      attempt(step.getStep().toString());
    }

    @Override
    public void end(TrainingRun last) throws IOException {
      attempt("end " + last.getStep());
    }

    private void attempt(String what) throws IOException {
      if (failures > 0) {
        failures--;
        throw new IOException("away");
      }
      written.add(what);
    }
  }
}
