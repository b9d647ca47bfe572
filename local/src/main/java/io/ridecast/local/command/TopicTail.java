package io.ridecast.local.command;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The committed records of one topic, from its start on. */
final class TopicTail<V extends SpecificRecord> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, V> consumer;
  private final List<TopicPartition> partitions;

  TopicTail(KafkaConfig kafka, AvroSerdes serdes, Topic<V> topic) {
    this.consumer =
        new KafkaConsumer<>(
            kafka.consumer("ridecast-command"),
            serdes.key().deserializer(),
            serdes.value(topic).deserializer());
    this.partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(partition -> new TopicPartition(topic.name(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** All that is there now. */
  List<V> toEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<V> values = new ArrayList<>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      values.addAll(next());
    }
    return values;
  }

  /** What has come since the last call, after waiting a moment for it. */
  List<V> next() {
    List<V> values = new ArrayList<>();
    consumer
        .poll(POLL)
        .forEach(
            record -> {
              if (record.value() != null) {
                values.add(record.value());
              }
            });
    return values;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
