package io.ridecast.feed.sending;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where the rides of each partition end, for feeds whose rides others send. */
public final class RideEnds {
  private static final String NAME = Topics.RIDES.name();
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long FIRST_LOOK_BACK = 64;

  private RideEnds() {}

  /**
   * The offset behind the last committed ride of each partition. The end of a partition will not
   * do: the marks of transactions have offsets too, and no reader ever gets to them.
   *
   * @throws SendFailure if no broker answers or the topic does not exist
   */
  public static Map<Integer, Long> read(KafkaConfig kafka) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            kafka.consumer("ridecast-feed-ends"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = ExistingTopic.partitions(consumer, NAME);
      Map<Integer, Long> ends = new HashMap<>();
      partitions.forEach(partition -> ends.put(partition.partition(), end(consumer, partition)));
      return ends;
    } catch (TimeoutException e) {
      throw new SendFailure("no broker answers at " + kafka.bootstrapServers(), e);
    }
  }

  static long end(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    consumer.assign(List.of(partition));
    long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    for (long lookBack = FIRST_LOOK_BACK; ; lookBack *= 8) {
      long from = Math.max(begin, end - lookBack);
      long behind = behindLast(consumer, partition, from, end);
      if (behind > from || from == begin) {
        return behind;
      }
    }
  }

  private static long behindLast(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
    consumer.seek(partition, from);
    long behind = from;
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        behind = record.offset() + 1;
      }
    }
    return behind;
  }
}
