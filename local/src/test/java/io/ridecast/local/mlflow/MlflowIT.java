package io.ridecast.local.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ridecast.local.python.RequiresPython;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.local.trainer.TrainerScene;
import io.ridecast.predictor.models.BundleVerification;
import io.ridecast.predictor.models.Verification;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingKind;
import io.ridecast.runtime.mlflow.MlflowConfig;
import io.ridecast.runtime.mlflow.MlflowServer;
import io.ridecast.runtime.storage.Storage;
import io.ridecast.runtime.storage.StorageConfig;
import io.ridecast.trainer.TrainerService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A trainer, an MLflow server, PostgreSQL, S3 and a data scientist's Python: the real ones. */
@ExtendWith({RequiresPython.class, LocalStackExtension.class, MlflowPartsExtension.class})
class MlflowIT {
  private static final int DAYS = 250;
  private static final int TRIALS = 4;
  private static final double SAME = 1e-6;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  /** One story on one broker: first with a server that hands artifacts on, then without. */
  @Test
  void shouldShowTrainingsToPeopleAndTheirModelsToPython(LocalStack stack, MlflowParts parts)
      throws Exception {
    TrainerScene scene = new TrainerScene(stack, directory, "0 5 1 1 *");
    scene.closeDays(DAYS);
    scene.clock(3, false);

    StorageConfig proxied = storage(parts.proxying(), parts);
    ModelAnnouncement first = trained(scene, proxied, "proxied", 1);
    assertThat(first.getArtifactUri()).startsWith("mlflow-artifacts:/");
    assertThatPeopleSee(seen(parts, parts.proxying()), first);
    assertThatPredictorsTake(first, proxied);
    try (ModelServer server = ModelServer.start(parts, parts.proxying())) {
      assertThat(server.prediction(example(first, proxied)))
          .as("what `mlflow models serve` says to the first golden case")
          .isCloseTo(first.getGolden().get(0).getOutputs().get(0), within(SAME));
    }

    StorageConfig direct = storage(parts.direct(), parts);
    ModelAnnouncement second = trained(scene, direct, "direct", 2);
    assertThat(second.getArtifactUri()).startsWith("s3://" + S3Server.BUCKET + "/direct/");
    assertThatPeopleSee(seen(parts, parts.direct()), second);
    assertThatPredictorsTake(second, direct);
  }

  private static void assertThatPredictorsTake(ModelAnnouncement champion, StorageConfig config)
      throws Exception {
    byte[] fetched = new Storage(config).get(URI.create(champion.getArtifactUri()));

    assertThat(new BundleVerification().verify(champion, fetched))
        .isInstanceOf(Verification.Accepted.class);
  }

  private static void assertThatPeopleSee(JsonNode seen, ModelAnnouncement champion) {
    assertThat(seen.path("version").asText()).isEqualTo(champion.getVersion());
    assertThat(seen.at("/version_tags/sha256").asText()).isEqualTo(champion.getSha256());
    assertThat(seen.at("/version_tags/fingerprint").asText())
        .isEqualTo(champion.getFeatureFingerprint());
    assertThat(seen.at("/aliases").fieldNames()).toIterable().containsExactly("champion");
    assertThat(seen.at("/prediction/0").asDouble())
        .as("Python's answer to the first golden case is Java's")
        .isCloseTo(champion.getGolden().get(0).getOutputs().get(0), within(SAME));
    assertThat(seen.path("status").asText()).isEqualTo("FINISHED");
    assertThat(seen.at("/tags/ridecast.run_id").asText()).isEqualTo(champion.getRunId());
    assertThat(seen.at("/tags/step.gate").asText()).startsWith("SUCCEEDED: passed: beats");
    assertThat(seen.at("/tags/step.register").asText()).contains(champion.getArtifactUri());
    assertThat(seen.at("/params/mean.max_depth").asInt()).isBetween(4, 7);
    assertThat(seen.at("/metrics/holdout.wape").asDouble())
        .isEqualTo(champion.getMetrics().get("holdout.wape"));
    assertThat(seen.path("trials")).hasSize(TRIALS);
    assertThat(seen.path("trials"))
        .allSatisfy(
            trial -> {
              assertThat(trial.path("status").asText()).isEqualTo("FINISHED");
              assertThat(trial.path("loss").asDouble()).isPositive();
              assertThat(trial.path("params").asInt()).isGreaterThan(10);
            });
    assertThat(seen.at("/inputs/0/name").asText()).isEqualTo("daily-demand");
    assertThat(seen.at("/inputs/0/digest").asText()).hasSize(36);
    assertThat(seen.at("/inputs/0/context/0").asText()).isEqualTo("training");
    assertThat(seen.at("/inputs/0/profile/num_rows").asInt()).isEqualTo(2 * DAYS);
    assertThat(seen.at("/inputs/0/profile/first_day").asText()).isEqualTo("2020-01-06");
    assertThat(seen.at("/inputs/0/profile/events").asInt()).isZero();
    assertThat(seen.path("artifacts"))
        .extracting(JsonNode::asText)
        .contains(
            "model/MLmodel",
            "model/conda.yaml",
            "steps/evidence.json",
            "steps/trials.csv",
            "plots/error-by-lead.svg",
            "plots/calibration.svg",
            "plots/importance.svg",
            "plots/forecast-against-actual.svg");
  }

  /** The champion of a trainer that has just come on duty, once its alias shows it. */
  private static ModelAnnouncement trained(
      TrainerScene scene, StorageConfig config, String id, int announcements) throws Exception {
    scene.next(config, TRIALS);
    scene.ask(id, TrainingKind.TRAIN);
    TrainerService trainer = scene.trainer();
    try {
      ModelAnnouncement champion = scene.announced(announcements).get(announcements - 1);
      awaitAlias(config, champion.getVersion());
      return champion;
    } finally {
      trainer.close();
    }
  }

  private static void awaitAlias(StorageConfig config, String version) {
    MlflowServer server = new MlflowServer(config.mlflow().orElseThrow());
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () ->
                server
                    .get("registered-models/alias", Map.of("name", "demand", "alias", "champion"))
                    .at("/model_version/version")
                    .asText()
                    .equals(version));
  }

  private StorageConfig storage(MlflowProcess server, MlflowParts parts) {
    return StorageConfig.of(directory.resolve("models").toUri())
        .with(MlflowConfig.of(server.address()), S3Server.settings(parts.s3().address()));
  }

  private static JsonNode seen(MlflowParts parts, MlflowProcess server) throws Exception {
    List<String> arguments = List.of(server.address().toString(), "champion");
    return JSON.readTree(parts.python().run("read_mlflow.py", arguments, parts.variables()));
  }

  private static JsonNode example(ModelAnnouncement champion, StorageConfig config)
      throws Exception {
    URI folder = URI.create(champion.getArtifactUri()).resolve(".");
    return JSON.readTree(new Storage(config).get(folder.resolve("serving_input_example.json")));
  }
}
