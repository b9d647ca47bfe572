package io.ridecast.local.trainer;

import static io.ridecast.local.trainer.TrainerScene.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.service.Health;
import io.ridecast.trainer.TrainerService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class TrainerIT {

  /** One story: each part needs the models of the parts before. */
  @Test
  void shouldTrainAnnounceRollBackPromoteAndHandOver(LocalStack stack, @TempDir Path directory)
      throws Exception {
    TrainerScene scene = new TrainerScene(stack, directory, "0 5 * * MON");
    scene.closeDays(120);
    scene.clock(3, false);
    TrainerService first = scene.trainer();

    // The first model, asked for by the trainer itself.
    ModelAnnouncement champion = scene.announced(1).get(0);
    assertThat(champion.getVersion()).isEqualTo("1");
    assertThat(champion.getSequence()).isEqualTo(1);
    assertThat(champion.getRole()).isEqualTo(ModelRole.CHAMPION);
    assertThat(champion.getMetrics().get("holdout.wape"))
        .isLessThan(champion.getMetrics().get("holdout.naive_wape"));
    byte[] bundle = Files.readAllBytes(Path.of(URI.create(champion.getArtifactUri())));
    assertThat(ModelBundle.read(bundle, champion.getSha256()).golden())
        .hasSameSizeAs(champion.getGolden());
    assertThat(Path.of(URI.create(champion.getArtifactUri())))
        .endsWith(Path.of("demand", "1", "bundle"));

    List<TrainingRun> steps = scene.steps("bootstrap-2020-05-04", ended(TrainingStep.ANNOUNCE));
    assertThat(steps)
        .filteredOn(step -> step.getStatus() == TrainingStatus.STARTED)
        .extracting(TrainingRun::getStep)
        .containsExactly(
            TrainingStep.REQUEST,
            TrainingStep.HISTORY,
            TrainingStep.TUNE,
            TrainingStep.FIT,
            TrainingStep.CALIBRATE,
            TrainingStep.BACKTEST,
            TrainingStep.GATE,
            TrainingStep.REGISTER,
            TrainingStep.ANNOUNCE);
    assertThat(steps)
        .filteredOn(step -> step.getEndedAt() != null)
        .hasSize(9)
        .allMatch(step -> step.getStatus() == TrainingStatus.SUCCEEDED)
        .anySatisfy(step -> assertThat(step.getDetail()).contains("120 closed days"))
        .anySatisfy(step -> assertThat(step.getDetail()).contains("7-day seasonal naive 0."));

    // A person's wish, and models that go and come back.
    scene.closeDays(125);
    scene.ask("train-1", TrainingKind.TRAIN);
    scene.ask("back-1", TrainingKind.ROLLBACK);
    scene.ask("forth-1", TrainingKind.PROMOTE);
    assertThat(scene.announced(4))
        .extracting(each -> each.getSequence() + ":" + each.getVersion())
        .containsExactly("1:1", "2:2", "3:1", "4:2");
    assertThat(scene.announced(4).get(2).getSha256()).isEqualTo(champion.getSha256());

    // A request is carried out once, also across a restart, and a second trainer stands by.
    TrainerService second = scene.trainer();
    await().atMost(Duration.ofSeconds(60)).until(() -> second.health() instanceof Health.Ready);
    assertThat(metric(first, "ridecast_training_on_duty")).isEqualTo("1.0");
    assertThat(metric(second, "ridecast_training_on_duty")).isEqualTo("0.0");
    first.close();
    scene.ask("train-1", TrainingKind.TRAIN);
    scene.ask("back-2", TrainingKind.ROLLBACK);
    assertThat(scene.announced(5)).last().extracting(ModelAnnouncement::getVersion).isEqualTo("1");
    assertThat(metric(second, "ridecast_training_on_duty")).isEqualTo("1.0");
    await().atMost(Duration.ofSeconds(60)).until(() -> nextRequest(stack) >= 6);

    // Nothing to change is no new announcement.
    scene.ask("same", TrainingKind.ROLLBACK);
    assertThat(scene.steps("same", ended(TrainingStep.REGISTER)))
        .last()
        .satisfies(
            step -> {
              assertThat(step.getStatus()).isEqualTo(TrainingStatus.FAILED);
              assertThat(step.getDetail()).contains("no model to go to");
            });
    assertThat(second.health()).isInstanceOf(Health.Ready.class);

    // The schedule: Monday 5 o'clock passes, once.
    scene.closeDays(126);
    scene.clock(4, false);
    scene.clock(6, false);
    assertThat(scene.steps("schedule-2020-05-11T10:00:00Z", ended(TrainingStep.ANNOUNCE)))
        .last()
        .extracting(TrainingRun::getStatus)
        .isEqualTo(TrainingStatus.SUCCEEDED);
    assertThat(scene.announced(6)).hasSize(6);
    second.close();
  }

  private static long nextRequest(LocalStack stack) throws Exception {
    try (Admin admin = stack.admin()) {
      return admin
          .listConsumerGroupOffsets("ridecast-trainer")
          .partitionsToOffsetAndMetadata()
          .get()
          .get(new TopicPartition("training-requests", 0))
          .offset();
    }
  }

  private static String metric(TrainerService service, String name) throws Exception {
    String url = "http://localhost:" + service.port() + "/metrics";
    String body =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
            .body();
    return body.lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }
}
