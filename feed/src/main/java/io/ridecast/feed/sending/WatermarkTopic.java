package io.ridecast.feed.sending;

import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the watermarks that a feed's earlier runs have left. */
final class WatermarkTopic {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final String NAME = Topics.RIDE_WATERMARKS.name();

  private WatermarkTopic() {}

  /** The last watermark of {@code feed} in each partition that has one. */
  static Map<Integer, RideWatermark> read(String feed, KafkaConfig kafka, AvroSerdes serdes) {
    try (Consumer<String, RideWatermark> consumer =
        new KafkaConsumer<>(
            kafka.consumer("ridecast-feed-" + feed),
            new StringDeserializer(),
            serdes.value(Topics.RIDE_WATERMARKS).deserializer())) {
      return read(feed, consumer);
    }
  }

  static Map<Integer, RideWatermark> read(String feed, Consumer<String, RideWatermark> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(NAME).stream()
            .map(partition -> new TopicPartition(NAME, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<Integer, RideWatermark> last = new HashMap<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, RideWatermark> record : consumer.poll(POLL)) {
        if (Objects.equals(record.key(), key(feed, record.partition())) && record.value() != null) {
          last.put(record.partition(), record.value());
        }
      }
    }
    return last;
  }

  /** The key of a feed's watermark in a partition. */
  static String key(String feed, int partition) {
    return feed + "/" + partition;
  }
}
