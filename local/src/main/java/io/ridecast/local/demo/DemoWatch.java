package io.ridecast.local.demo;

import io.ridecast.local.story.Story;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topics that the story is told from, from their start on, as any client could. */
final class DemoWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroSerdes serdes;
  private final Map<String, Consumer<byte[]>> readers = new HashMap<>();

  DemoWatch(KafkaConfig kafka, AvroSerdes serdes, Story story) {
    this.serdes = serdes;
    Properties settings = kafka.consumer("demo-console");
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    read(Topics.DAILY_DEMAND, story::apply);
    read(Topics.FORECASTS, story::apply);
    read(Topics.MODELS, story::apply);
    read(Topics.TRAINING_RUNS, story::apply);
    List<TopicPartition> partitions =
        readers.keySet().stream()
            .map(consumer::partitionsFor)
            .flatMap(Collection::stream)
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Hands on what has come, after waiting for it for a moment. */
  void poll() {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      readers.getOrDefault(record.topic(), bytes -> {}).accept(record.value());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private <V extends SpecificRecord> void read(Topic<V> topic, Consumer<V> reader) {
    Deserializer<V> deserializer = serdes.value(topic).deserializer();
    readers.put(
        topic.name(),
        bytes -> {
          V value = deserializer.deserialize(topic.name(), bytes);
          if (value != null) {
            reader.accept(value);
          }
        });
  }
}
