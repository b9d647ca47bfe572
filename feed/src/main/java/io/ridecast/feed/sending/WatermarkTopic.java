package io.ridecast.feed.sending;

import io.ridecast.records.RideWatermark;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the watermarks that a feed's earlier runs have left. */
final class WatermarkTopic {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final String PATIENCE_MILLIS = "20000";
  private static final String NAME = Topics.RIDE_WATERMARKS.name();

  private WatermarkTopic() {}

  /**
   * The last watermark of {@code feed} in each partition that has one.
   *
   * @throws SendFailure if no broker answers or the topic does not exist
   */
  static Map<Integer, RideWatermark> read(String feed, KafkaConfig kafka, AvroSerdes serdes) {
    Properties settings = kafka.consumer("ridecast-feed-" + feed);
    settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      return read(feed, consumer, serdes);
    } catch (TimeoutException e) {
      throw new SendFailure("no broker answers at " + kafka.bootstrapServers(), e);
    }
  }

  static Map<Integer, RideWatermark> read(
      String feed, Consumer<String, byte[]> consumer, AvroSerdes serdes) {
    List<TopicPartition> partitions = ExistingTopic.partitions(consumer, NAME);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<Integer, byte[]> last = new HashMap<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (key(feed, record.partition()).equals(record.key())) {
          last.put(record.partition(), record.value());
        }
      }
    }
    return decoded(last, serdes.value(Topics.RIDE_WATERMARKS).deserializer());
  }

  /** Only the feed's own: what others may have left there does not matter to it. */
  private static Map<Integer, RideWatermark> decoded(
      Map<Integer, byte[]> last, Deserializer<RideWatermark> deserializer) {
    Map<Integer, RideWatermark> watermarks = new HashMap<>();
    last.forEach(
        (partition, value) -> {
          if (value != null) {
            watermarks.put(partition, deserializer.deserialize(NAME, value));
          }
        });
    return watermarks;
  }

  /** The key of a feed's watermark in a partition. */
  static String key(String feed, int partition) {
    return feed + "/" + partition;
  }
}
