package io.ridecast.trainer.duty;

import io.ridecast.records.TrainingRequest;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are still open, as a member of the trainers' group: who is assigned the topic's
 * one partition is on duty. Not thread-safe.
 */
final class RequestQueue implements AutoCloseable {
  private static final String TOPIC = Topics.TRAINING_REQUESTS.name();
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final PatientDecoder<TrainingRequest> decoder;
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean joined;
  private boolean onDuty;

  RequestQueue(KafkaConfig kafka, AvroSerdes serdes, String group) {
    Properties settings = kafka.consumer(group);
    // Cooperative: a second trainer that joins does not interrupt the first one's run.
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
    settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000");
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    this.decoder = new PatientDecoder<>(serdes, Topics.TRAINING_REQUESTS);
    consumer.subscribe(List.of(TOPIC), new Duty());
  }

  /** Takes part in the group and takes in new requests. */
  void poll(Duration patience) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      open.add(new Open(record.offset(), decoder.decode(record)));
    }
  }

  /** Whether the group has said who is on duty. */
  boolean joined() {
    return joined;
  }

  boolean onDuty() {
    return onDuty;
  }

  /** The oldest open request. */
  Optional<Open> oldest() {
    return Optional.ofNullable(open.peek());
  }

  /** The oldest request is not open any more; its offset has been committed. */
  void remove() {
    open.remove();
  }

  /** Whether every request that is on the topic now has been carried out. */
  boolean empty() {
    return open.isEmpty()
        && consumer.position(PARTITION)
            >= consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
  }

  TopicPartition partition() {
    return PARTITION;
  }

  /** Proves to the broker that an offset comes from the member on duty. */
  ConsumerGroupMetadata group() {
    return consumer.groupMetadata();
  }

  /** Leaves the group and comes back as a newcomer, from the last committed request on. */
  void rejoin() {
    consumer.unsubscribe();
    dismissed();
    consumer.subscribe(List.of(TOPIC), new Duty());
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
  }

  private void dismissed() {
    onDuty = false;
    open.clear();
  }

  /**
   * A request that is not carried out yet.
   *
   * @param offset its offset
   * @param request the request; null if it cannot be read
   */
  record Open(long offset, @Nullable TrainingRequest request) {}

  /** Follows who is on duty. */
  private final class Duty implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      joined = true;
      onDuty = onDuty || partitions.contains(PARTITION);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (partitions.contains(PARTITION)) {
        dismissed();
      }
    }
  }
}
