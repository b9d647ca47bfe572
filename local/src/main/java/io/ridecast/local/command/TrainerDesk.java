package io.ridecast.local.command;

import io.ridecast.records.BusinessClock;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingReason;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.ConfluentRegistry;
import io.ridecast.schemas.registry.RegistryConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Where people leave their wishes to the trainer and see what came of them: on its topics. */
final class TrainerDesk {
  private static final String MODEL = "demand";

  private final KafkaConfig kafka;
  private final AvroSerdes serdes;
  private final InstantSource wall;

  private TrainerDesk(KafkaConfig kafka, AvroSerdes serdes, InstantSource wall) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.wall = wall;
  }

  /**
   * Goes to the broker of the settings.
   *
   * @throws IOException if it does not answer
   */
  static TrainerDesk open(InstantSource wall, Map<String, String> variables) throws IOException {
    Environment environment = LocalSettings.of(variables);
    KafkaConfig kafka = KafkaConfig.from(environment);
    Optional<RegistryConfig> registry = environment.group("SCHEMA_REGISTRY_", RegistryConfig::from);
    environment.check();
    BrokerConnection.open(kafka).close();
    return new TrainerDesk(
        kafka, new AvroSerdes(new ConfluentRegistry(registry.orElseThrow())), wall);
  }

  /**
   * Leaves a request.
   *
   * @param version the model that it is about; null leaves the choice to the trainer
   * @param why in words; may be empty
   * @return its id
   */
  String request(TrainingKind kind, @Nullable String version, String why) throws IOException {
    TrainingRequest request =
        TrainingRequest.newBuilder()
            .setRequestId("manual-" + UUID.randomUUID())
            .setKind(kind)
            .setReason(TrainingReason.MANUAL)
            .setRequestedAt(businessTime())
            .setVersion(version)
            .setDetail(why)
            .build();
    try (KafkaProducer<String, TrainingRequest> producer =
        new KafkaProducer<>(
            kafka.producer("ridecast-command"),
            serdes.key().serializer(),
            serdes.value(Topics.TRAINING_REQUESTS).serializer())) {
      producer.send(new ProducerRecord<>(Topics.TRAINING_REQUESTS.name(), MODEL, request)).get();
    } catch (ExecutionException e) {
      throw new IOException("The request could not be sent: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    return request.getRequestId();
  }

  /** The model that serves, if any. */
  Optional<ModelAnnouncement> champion() {
    return all(Topics.MODELS).stream()
        .filter(announcement -> announcement.getRole() == ModelRole.CHAMPION)
        .max(Comparator.comparing(ModelAnnouncement::getSequence));
  }

  /** Every step of every run, in order. */
  List<TrainingRun> runs() {
    return all(Topics.TRAINING_RUNS);
  }

  /** The steps of the runs, those to come included. */
  TopicTail<TrainingRun> followRuns() {
    return new TopicTail<>(kafka, serdes, Topics.TRAINING_RUNS);
  }

  private Instant businessTime() {
    List<BusinessClock> times = all(Topics.BUSINESS_CLOCK);
    return times.isEmpty() ? wall.instant() : times.get(times.size() - 1).getNow();
  }

  private <V extends SpecificRecord> List<V> all(Topic<V> topic) {
    try (TopicTail<V> tail = new TopicTail<>(kafka, serdes, topic)) {
      return tail.toEnd();
    }
  }
}
