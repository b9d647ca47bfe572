package io.ridecast.local.trainer;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingReason;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStep;
import io.ridecast.runtime.storage.StorageConfig;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topics;
import io.ridecast.trainer.TrainerConfig;
import io.ridecast.trainer.TrainerService;
import io.ridecast.trainer.steps.ModelFitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A small city whose closed days, clock and requests a test decides on. */
public final class TrainerScene {
  public static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 6);
  static final TrainingParameters PARAMETERS = TrainingParameters.quick().withThreads(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LocalStack stack;
  private final String cron;
  private final String recalibrationCron;
  private final Catalogue catalogue;
  private StorageConfig storage;
  private int trials;
  private int days;

  public TrainerScene(LocalStack stack, Path directory, String cron) throws IOException {
    this(stack, directory, cron, "0 0 1 1 *");
  }

  TrainerScene(LocalStack stack, Path directory, String cron, String recalibrationCron)
      throws IOException {
    this.stack = stack;
    this.cron = cron;
    this.recalibrationCron = recalibrationCron;
    Path file = directory.resolve("zones.csv");
    Files.writeString(
        file, "number,name,latitude,longitude\n1,North,41.9,-87.6\n2,South,41.8,-87.6\n");
    this.catalogue = Catalogue.load(file);
    this.storage = StorageConfig.of(directory.resolve("models").toUri());
  }

  /** Where the next trainer keeps models, and how many sets of parameters it tries. */
  public void next(StorageConfig itsStorage, int itsTrials) {
    storage = itsStorage;
    trials = itsTrials;
  }

  TrainerConfig config() {
    return new TrainerConfig(
        stack.kafka(),
        catalogue,
        EventCalendar.none(),
        storage,
        ClockMode.WATERMARK,
        cron,
        recalibrationCron,
        PARAMETERS,
        trials,
        Duration.ofMinutes(1),
        0,
        "HTTP_PORT");
  }

  /** A trainer with these settings, started. */
  public TrainerService trainer() {
    return started(new TrainerService(config(), stack.registry(), InstantSource.system()));
  }

  TrainerService trainer(ModelFitting fitting) {
    return started(new TrainerService(config(), stack.registry(), InstantSource.system(), fitting));
  }

  private static TrainerService started(TrainerService service) {
    service
        .stopped()
        .whenComplete(
            (ended, failure) -> {
              if (failure != null) {
                failure.printStackTrace();
              }
            });
    service.start();
    return service;
  }

  /** Closes days up to this many since the first. */
  public void closeDays(int upTo) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<String, DailyDemand> producer = stack.producer(Topics.DAILY_DEMAND)) {
      for (; days < upTo; days++) {
        for (Community community : catalogue.communities()) {
          sent.add(producer.send(closed(community.key(), FIRST_DAY.plusDays(days))));
        }
      }
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  /** It is this many hours past the midnight that ends the last closed day. */
  public void clock(int hours, boolean loading) throws Exception {
    var now = catalogue.serviceDay().start(FIRST_DAY.plusDays(days)).plus(Duration.ofHours(hours));
    stack.send(Topics.BUSINESS_CLOCK, "clock", new BusinessClock(now, loading));
  }

  public void ask(String id, TrainingKind kind) throws Exception {
    stack.send(
        Topics.TRAINING_REQUESTS,
        "demand",
        TrainingRequest.newBuilder()
            .setRequestId(id)
            .setKind(kind)
            .setReason(TrainingReason.MANUAL)
            .setRequestedAt(catalogue.serviceDay().start(FIRST_DAY.plusDays(days)))
            .build());
  }

  public List<ModelAnnouncement> announced(int atLeast) {
    return values(stack.read(Topics.MODELS, PATIENCE, records -> records.size() >= atLeast));
  }

  /** The records of a run, in their order, once the predicate holds for one of them. */
  public List<TrainingRun> steps(String request, Predicate<TrainingRun> last) {
    List<TrainingRun> all =
        values(
            stack.read(
                Topics.TRAINING_RUNS,
                PATIENCE,
                records ->
                    records.stream()
                        .map(ConsumerRecord::value)
                        .anyMatch(
                            step -> step.getRequestId().startsWith(request) && last.test(step))));
    return all.stream().filter(step -> step.getRequestId().startsWith(request)).toList();
  }

  public static Predicate<TrainingRun> ended(TrainingStep step) {
    return run -> run.getStep() == step && run.getEndedAt() != null;
  }

  private static <V> List<V> values(List<ConsumerRecord<String, V>> records) {
    return records.stream().map(ConsumerRecord::value).toList();
  }

  /** Weekly demand with noise: a model can know more than last week's count. */
  private ProducerRecord<String, DailyDemand> closed(String community, LocalDate day) {
    SplittableRandom random = new SplittableRandom(day.toEpochDay() * 31 + community.hashCode());
    double level = 60 + 25 * (day.getDayOfWeek().getValue() % 6);
    int rides = (int) Math.max(0, Math.round(level + 15 * random.nextGaussian()));
    DailyDemand demand =
        DailyDemand.newBuilder()
            .setCommunity(community)
            .setDate(day)
            .setRides(rides)
            .setRevision(1)
            .setStatus(DemandStatus.CLOSED)
            .setEmittedAt(catalogue.serviceDay().end(day))
            .build();
    return new ProducerRecord<>(
        Topics.DAILY_DEMAND.name(),
        CommunityPartition.of(community, 8),
        DemandKey.of(community, day),
        demand);
  }
}
