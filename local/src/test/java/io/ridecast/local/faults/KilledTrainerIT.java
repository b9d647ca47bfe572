package io.ridecast.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.local.stack.LocalStack;
import io.ridecast.local.stack.LocalStackExtension;
import io.ridecast.local.trainer.TrainerScene;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.records.TrainingStep;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two trainers in processes of their own; the one on duty is killed in the middle of its work. */
@ExtendWith(LocalStackExtension.class)
class KilledTrainerIT {
  private static final Predicate<TrainingRun> SEARCHING =
      step -> step.getStep() == TrainingStep.TUNE && step.getStatus() == TrainingStatus.STARTED;

  @Test
  void shouldGoOnWhereAKilledTrainerEndedAndAnnounceOnce(LocalStack stack, @TempDir Path directory)
      throws Exception {
    TrainerScene scene = new TrainerScene(stack, directory, "0 5 1 1 *");
    scene.closeDays(200);
    abortedDay(stack, scene);
    try (AggregatorProcess first = trainer(stack, directory.resolve("first")).ready();
        AggregatorProcess second = trainer(stack, directory.resolve("second")).ready()) {
      scene.clock(3, false);
      assertThat(scene.steps("bootstrap-2020-07-23", SEARCHING)).isNotEmpty();

      onDuty(first, second).kill();

      List<TrainingRun> steps =
          scene.steps("bootstrap-2020-07-23", TrainerScene.ended(TrainingStep.ANNOUNCE));
      assertThat(attempts(steps, TrainingStep.HISTORY)).containsExactly(1);
      assertThat(attempts(steps, TrainingStep.TUNE)).containsExactly(1, 2);
      assertThat(attempts(steps, TrainingStep.FIT)).containsExactly(1);
      assertThat(scene.announced(1))
          .singleElement()
          .extracting(ModelAnnouncement::getVersion)
          .isEqualTo("1");

      // Nothing is left over for the next request.
      scene.ask("next", TrainingKind.RECALIBRATE);
      assertThat(scene.steps("next", TrainerScene.ended(TrainingStep.ANNOUNCE)))
          .last()
          .satisfies(
              step ->
                  assertThat(step.getDetail())
                      .isEqualTo("no day has come since the champion was calibrated"));
      assertThat(scene.announced(1)).hasSize(1);
    }
  }

  private static AggregatorProcess trainer(LocalStack stack, Path directory) {
    return AggregatorProcess.start(
        "trainer",
        stack,
        directory,
        Map.of(
            "MODEL_STORE", directory.resolveSibling("models").toUri().toString(),
            "CATALOG", directory.resolveSibling("zones.csv").toString(),
            "TRAINING_CRON", "0 5 1 1 *",
            "RECALIBRATION_CRON", "0 5 1 1 *",
            "TUNE_TRIALS", "40"));
  }

  private static AggregatorProcess onDuty(AggregatorProcess... trainers) {
    for (AggregatorProcess trainer : trainers) {
      if (trainer
          .metrics()
          .lines()
          .anyMatch(
              line -> line.startsWith("ridecast_training_on_duty") && line.endsWith(" 1.0"))) {
        return trainer;
      }
    }
    throw new AssertionError("no trainer is on duty");
  }

  private static List<Integer> attempts(List<TrainingRun> steps, TrainingStep wanted) {
    return steps.stream()
        .filter(step -> step.getStep() == wanted && step.getStatus() == TrainingStatus.STARTED)
        .map(TrainingRun::getAttempt)
        .toList();
  }

  /** A day more, in a transaction that never was: nobody may train on it. */
  private static void abortedDay(LocalStack stack, TrainerScene scene) throws Exception {
    Properties settings = stack.kafka().producer("aborting");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "aborting");
    try (KafkaProducer<String, DailyDemand> producer =
        new KafkaProducer<>(
            settings,
            stack.serdes().key().serializer(),
            stack.serdes().value(Topics.DAILY_DEMAND).serializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (String community : List.of("1", "2")) {
        var day = TrainerScene.FIRST_DAY.plusDays(200);
        producer
            .send(
                new ProducerRecord<>(
                    Topics.DAILY_DEMAND.name(),
                    DemandKey.of(community, day),
                    new DailyDemand(community, day, 7, 1, DemandStatus.CLOSED, Instant.EPOCH)))
            .get();
      }
      producer.abortTransaction();
    }
  }
}
