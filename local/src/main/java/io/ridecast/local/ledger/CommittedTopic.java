package io.ridecast.local.ledger;

import io.ridecast.runtime.kafka.KafkaConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The committed records of one topic up to where it ends now, as bytes. */
public final class CommittedTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  public CommittedTopic(KafkaConfig kafka, String topic) {
    consumer =
        new KafkaConsumer<>(
            kafka.consumer("ridecast-command"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** Whether the topic's first records are gone. */
  boolean isExpired() {
    return consumer.beginningOffsets(partitions).values().stream().anyMatch(begin -> begin > 0);
  }

  /** Where the partition ends now. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /** Reads all that is there now. */
  public void read(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    consumer.seekToBeginning(partitions);
    readOn(reader);
  }

  /** Reads what is there now from these offsets on; where none is given, from the beginning. */
  void readFrom(Map<Integer, Long> offsets, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    consumer.seekToBeginning(partitions);
    partitions.forEach(
        partition -> {
          Long offset = offsets.get(partition.partition());
          if (offset != null) {
            consumer.seek(partition, offset);
          }
        });
    readOn(reader);
  }

  /** Reads what has come since. */
  void readOn(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> ends = ends();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(POLL).forEach(reader);
    }
  }

  /** Waits a moment for more, and reads it. */
  void awaitMore(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    consumer.poll(POLL).forEach(reader);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
