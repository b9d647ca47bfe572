package io.ridecast.benchmarks.broker;

import io.ridecast.runtime.kafka.KafkaConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the committed records of a topic, each once, in the order of their partitions. */
public final class Committed<V> implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(100);

  private final KafkaConsumer<String, V> consumer;
  private final List<TopicPartition> partitions;

  /** Stands at the topic's start. */
  public Committed(KafkaConfig kafka, String topic, Deserializer<V> deserializer) {
    consumer = new KafkaConsumer<>(kafka.consumer("bench"), new StringDeserializer(), deserializer);
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** What has come within a moment. */
  public void poll(BiConsumer<String, V> reader) {
    for (ConsumerRecord<String, V> record : consumer.poll(WAIT)) {
      reader.accept(record.key(), record.value());
    }
  }

  /** All up to what is the end now. */
  public void readToEnd(BiConsumer<String, V> reader) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream()
        .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
      poll(reader);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
