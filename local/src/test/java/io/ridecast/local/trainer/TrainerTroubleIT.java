package io.ridecast.local.trainer;

import static io.ridecast.local.trainer.TrainerScene.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.training.HeldOutForecast;
import io.ridecast.forecasting.training.HeldOutForecasts;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.service.Health;
import io.ridecast.schemas.topics.Topics;
import io.ridecast.trainer.TrainerService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class TrainerTroubleIT {
  /** One story on one broker: whatever goes wrong is visible and passes. */
  @Test
  void shouldLiveThroughWhateverGoesWrong(LocalStack stack, @TempDir Path directory)
      throws Exception {
    TrainerScene scene = new TrainerScene(stack, directory, "0 5 1 1 *");
    HookedFitting fitting = new HookedFitting();
    TrainerService trainer = scene.trainer(fitting);

    // Too few days: the run says how many are missing. Bytes that are no request are passed over.
    scene.closeDays(60);
    scene.clock(3, false);
    garbage(stack);
    scene.ask("too-early", TrainingKind.TRAIN);
    assertThat(scene.steps("too-early", ended(TrainingStep.HISTORY)))
        .last()
        .satisfies(step -> failed(step, "60 days are closed, training needs 90: 30 more days"));

    // Enough days, but still loading: it waits. Then the fitting breaks: the service lives.
    fitting.before(
        what -> {
          if (what.equals("candidate")) {
            throw new IllegalStateException("the booster is broken");
          }
        });
    scene.clock(3, true);
    scene.closeDays(100);
    scene.ask("broken", TrainingKind.TRAIN);
    assertThat(scene.steps("broken", ended(TrainingStep.FIT)))
        .last()
        .satisfies(step -> failed(step, "the booster is broken"));
    assertThat(trainer.health()).isInstanceOf(Health.Ready.class);

    // No better than the naive: refused, with its numbers; nothing is announced.
    fitting.before(what -> {});
    fitting.heldOut(TrainerTroubleIT::naive);
    scene.clock(3, false);
    assertThat(scene.steps("bootstrap-", ended(TrainingStep.GATE)))
        .last()
        .satisfies(
            step -> {
              assertThat(step.getRequestId()).isEqualTo("bootstrap-2020-04-14");
              assertThat(step.getStatus()).isEqualTo(TrainingStatus.REFUSED);
              assertThat(step.getDetail())
                  .contains("not better than the 7-day seasonal naive, WAPE 0.");
            });

    // Six more days are not enough to ask again; the seventh is. Meanwhile it loses its duty.
    CountDownLatch training = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    fitting.heldOut(forecasts -> forecasts);
    fitting.before(
        what -> {
          if (what.equals("candidate")) {
            training.countDown();
            awaitQuietly(goOn);
          }
        });
    scene.closeDays(106);
    scene.clock(3, false);
    scene.closeDays(107);
    scene.clock(3, false);
    assertThat(training.await(30, TimeUnit.SECONDS)).isTrue();
    usurp(stack);
    goOn.countDown();
    assertThat(scene.announced(1))
        .singleElement()
        .satisfies(each -> assertThat(each.getRunId()).isEqualTo("run-bootstrap-2020-04-21"));
    assertThat(scene.steps("bootstrap-2020-04-21", ended(TrainingStep.ANNOUNCE)))
        .filteredOn(step -> step.getStatus() == TrainingStatus.STARTED)
        .filteredOn(step -> step.getAttempt() > 1)
        .extracting(TrainingRun::getStep)
        .as("only what was not finished was done again")
        .containsExactly(TrainingStep.FIT);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(trainer.health()).isInstanceOf(Health.Ready.class));
    assertThat(scene.steps("bootstrap-", ended(TrainingStep.ANNOUNCE)))
        .extracting(TrainingRun::getRequestId)
        .containsOnly("bootstrap-2020-04-14", "bootstrap-2020-04-21");
    trainer.close();
    assertThat(trainer.stopped()).isCompleted();
  }

  /** Says what last week was. */
  private static HeldOutForecasts naive(HeldOutForecasts forecasts) {
    return HeldOutForecasts.of(
        forecasts.all().stream()
            .map(
                each ->
                    new HeldOutForecast(
                        each.community(),
                        each.target(),
                        each.lead(),
                        new RawForecast(
                            each.raw().base(),
                            each.raw().mean(),
                            each.raw().low(),
                            each.naive(),
                            each.raw().high()),
                        each.naive(),
                        each.actual()))
            .toList());
  }

  private static void failed(TrainingRun step, String detail) {
    assertThat(step.getStatus()).isEqualTo(TrainingStatus.FAILED);
    assertThat(step.getDetail()).contains(detail);
  }

  /** Opens the trainer's transactional id elsewhere, as a trainer does that takes over. */
  private static void usurp(LocalStack stack) {
    Properties settings = stack.kafka().producer("usurper");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "ridecast-trainer");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
    }
  }

  private static void garbage(LocalStack stack) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            stack.kafka().producer("garbage"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.TRAINING_REQUESTS.name(),
                  "demand".getBytes(StandardCharsets.UTF_8),
                  new byte[] {1, 2, 3}))
          .get();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
