package io.ridecast.local.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.local.faults.TcpGate;
import io.ridecast.local.ports.Port;
import io.ridecast.local.python.RequiresPython;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.mlflow.MlflowConfig;
import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.runtime.mlflow.MlflowServer;
import io.ridecast.runtime.storage.StorageConfig;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.runs.RunOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever MLflow or S3 does: the run ends in a named step with its cause, nothing half-registered
 * is announced, and the next try starts clean.
 */
@ExtendWith({RequiresPython.class, MlflowPartsExtension.class})
class MlflowTroubleIT {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir private Path directory;
  private MlflowGate gate;
  private WorkflowScene scene;

  @BeforeEach
  void setTheScene(MlflowParts parts) throws Exception {
    new AvroSerdes(new InMemoryRegistry()); // from here on records can be copied
    gate = new MlflowGate(parts.proxying().address());
    scene = scene(directory.toUri(), gate.address(), parts.s3().address());
  }

  @AfterEach
  void close() {
    gate.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT, does not answer",
    "FORBIDDEN, answers 403",
    "BUSY, answers 429",
  })
  void shouldFailAtRegisteringWhileTheServerIsOfNoUse(
      MlflowGate.Fault fault, String cause, MlflowParts parts) throws Exception {
    String id = "useless-" + fault;
    Optional<RegisteredModel> before = scene.keeping().models().newest();
    MlflowConfig usual = MlflowConfig.of(gate.address());
    MlflowConfig hasty =
        new MlflowConfig(usual.server(), usual.authorization(), SHORT, usual.experiment());

    gate.faults(path -> fault);
    failedAt(
        scene(directory.toUri(), hasty, parts.s3().address()).train(id),
        TrainingStep.REGISTER,
        cause);

    gate.faults(path -> MlflowGate.Fault.NONE);
    assertThat(scene.keeping().models().newest()).isEqualTo(before);
    RegisteredModel next = announced(scene.train(id + "-again"));
    assertThat(scene.keeping().models().newest()).contains(next);
    assertThat(next.version()).isEqualTo(before.map(RegisteredModel::version).orElse(0) + 1);
  }

  @Test
  void shouldFailAtRegisteringWhileThereIsNoServer(MlflowParts parts) throws Exception {
    URI nowhere = URI.create("http://" + Port.free("MLFLOW").address());

    WorkflowScene alone = scene(directory.toUri(), nowhere, parts.s3().address());

    failedAt(alone.train("nowhere"), TrainingStep.REGISTER, nowhere + " cannot be reached");
  }

  @Test
  void shouldMakeOneVersionThoughTheAnswerIsLost() throws Exception {
    gate.faults(losing(path -> path.endsWith("model-versions/create")));

    RegisteredModel model = announced(scene.train("lost-version"));

    assertThat(gate.asked()).filteredOn(path -> path.endsWith("model-versions/create")).hasSize(1);
    assertThat(scene.keeping().models().newest()).contains(model);
    assertThat(scene.keeping().models().ofRun("run-lost-version")).contains(model);
    assertThat(scene.keeping().models().before(Integer.toString(model.version())))
        .hasValueSatisfying(other -> assertThat(other.runId()).isNotEqualTo(model.runId()))
        .as("no second version of the same run");
  }

  @Test
  void shouldMakeOneRunThoughTheAnswerIsLost(MlflowParts parts) throws Exception {
    gate.faults(losing(path -> path.endsWith("runs/create")));

    announced(scene.train("lost-run"));

    assertThat(gate.asked()).filteredOn(path -> path.endsWith("runs/create")).hasSize(1);
  }

  @Test
  void shouldAnnounceNothingThatIsHalfRegistered() throws Exception {
    Optional<RegisteredModel> before = scene.keeping().models().newest();
    gate.faults(
        path ->
            path.startsWith("PUT") && path.endsWith("model/MLmodel")
                ? MlflowGate.Fault.FORBIDDEN
                : MlflowGate.Fault.NONE);

    failedAt(scene.train("half"), TrainingStep.REGISTER, "model/MLmodel cannot be written");

    assertThat(gate.asked()).noneMatch(path -> path.endsWith("model-versions/create"));
    assertThat(scene.keeping().models().newest()).isEqualTo(before);
  }

  @Test
  void shouldGoOnWithTheVersionOfATrainerThatDied() throws Exception {
    scene.journal(
        step -> {
          if (step.getStep() == TrainingStep.REGISTER
              && step.getStatus() == TrainingStatus.SUCCEEDED) {
            throw new StackOverflowError("as if it were killed");
          }
        });
    assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> scene.train("dies"));
    RegisteredModel left = scene.keeping().models().newest().orElseThrow();

    scene.journal(step -> {});
    RegisteredModel announced = announced(scene.train("dies"));

    assertThat(announced).isEqualTo(left);
    assertThat(scene.keeping().models().newest()).contains(left);
  }

  @Test
  void shouldGoBackAndForthBetweenVersionsAndShowWhoServes() throws Exception {
    RunOutcome older = scene.train("older");
    scene.announce(older);
    RunOutcome newer = scene.train("newer");
    scene.announce(newer);

    RunOutcome back = scene.run("back", TrainingKind.ROLLBACK);
    assertThat(announced(back)).isEqualTo(announced(older));
    scene.announce(back);
    assertThat(alias("champion")).isEqualTo(announced(older).version());

    RunOutcome forth = scene.run("forth", TrainingKind.PROMOTE);
    assertThat(announced(forth)).isEqualTo(announced(newer));
    scene.announce(forth);
    assertThat(alias("champion")).isEqualTo(announced(newer).version());
    assertThatExceptionOfType(MlflowFailure.class).isThrownBy(() -> alias("challenger"));
  }

  @Test
  void shouldFailAtTheFirstFileWhileS3IsAway(MlflowParts parts) throws Exception {
    try (TcpGate s3 = new TcpGate(parts.s3().address())) {
      URI store = URI.create("s3://" + S3Server.BUCKET + "/away");
      WorkflowScene far = scene(store, parts.direct().address(), URI.create(s3.url()));

      s3.shut();
      failedAt(far.train("no-s3"), TrainingStep.HISTORY, "S3 at " + s3.url());

      s3.open();
      announced(far.train("s3-is-back"));
    }
  }

  @Test
  void shouldFailAtRegisteringWhileTheRunsBucketIsAway(MlflowParts parts) throws Exception {
    try (TcpGate s3 = new TcpGate(parts.s3().address())) {
      WorkflowScene direct =
          scene(directory.toUri(), parts.direct().address(), URI.create(s3.url()));
      s3.shut();

      failedAt(direct.train("no-bucket"), TrainingStep.REGISTER, "cannot be written: S3 at");

      s3.open();
      assertThat(announced(direct.train("bucket-is-back")).artifact().toString())
          .startsWith("s3://" + S3Server.BUCKET + "/direct/");
    }
  }

  private int alias(String alias) throws MlflowFailure {
    return new MlflowServer(MlflowConfig.of(gate.address()))
        .get("registered-models/alias", Map.of("name", "demand", "alias", alias))
        .at("/model_version/version")
        .asInt();
  }

  private static WorkflowScene scene(URI store, URI mlflow, URI s3) {
    return scene(store, MlflowConfig.of(mlflow), s3);
  }

  private static WorkflowScene scene(URI store, MlflowConfig mlflow, URI s3) {
    return new WorkflowScene(StorageConfig.of(store).with(mlflow, S3Server.settings(s3)));
  }

  /** Loses the first answer to such a request. */
  private static Function<String, MlflowGate.Fault> losing(Predicate<String> request) {
    boolean[] lost = {false};
    return path -> {
      boolean now = !lost[0] && request.test(path);
      lost[0] |= now;
      return now ? MlflowGate.Fault.LOST_ANSWER : MlflowGate.Fault.NONE;
    };
  }

  private static RegisteredModel announced(RunOutcome outcome) {
    assertThat(outcome).isInstanceOf(RunOutcome.Announce.class);
    return ((RunOutcome.Announce) outcome).model();
  }

  private static void failedAt(RunOutcome outcome, TrainingStep step, String cause) {
    assertThat(outcome).as("nothing is announced").isInstanceOf(RunOutcome.Ended.class);
    TrainingRun last = outcome.lastStep();
    assertThat(last.getStep()).isEqualTo(step);
    assertThat(last.getStatus()).isEqualTo(TrainingStatus.FAILED);
    assertThat(last.getDetail()).contains(cause).doesNotContain("\n");
  }
}
