package io.ridecast.predictor.forecasts;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds the last record of each partition of {@code daily-demand}. The end offset alone does not
 * tell: behind the last record lie the marks of transactions, which no reader is ever handed.
 */
public final class DemandEnd {
  private static final int FIRST_STEP_BACK = 64;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> beginnings;
  private final Map<TopicPartition, Long> ends;
  private final Map<Integer, Long> last = new HashMap<>();

  private DemandEnd(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.DAILY_DEMAND.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    this.consumer = consumer;
    this.beginnings = consumer.beginningOffsets(partitions);
    this.ends = consumer.endOffsets(partitions);
  }

  /**
   * Asks the broker now.
   *
   * @throws IllegalStateException if the records cannot be read within a minute
   */
  public static LoadedDemand read(KafkaConfig kafka) {
    Properties settings = kafka.consumer("predictor-start");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      DemandEnd end = new DemandEnd(consumer);
      end.find();
      Map<Integer, Long> found = Map.copyOf(end.last);
      return partition -> found.getOrDefault(partition, -1L);
    }
  }

  /** Steps back twice as far until each partition has a record between there and its end. */
  private void find() {
    long start = System.nanoTime();
    Set<TopicPartition> open = new HashSet<>(ends.keySet());
    open.removeIf(partition -> end(partition) <= beginning(partition));
    for (long step = FIRST_STEP_BACK; !open.isEmpty(); step *= 2) {
      consumer.assign(open);
      for (TopicPartition partition : open) {
        consumer.seek(partition, Math.max(beginning(partition), end(partition) - step));
      }
      readToEnd(open, start);
      long reached = step;
      open.removeIf(
          partition ->
              last.containsKey(partition.partition())
                  || end(partition) - reached <= beginning(partition));
    }
  }

  private void readToEnd(Set<TopicPartition> partitions, long start) {
    while (partitions.stream().anyMatch(each -> consumer.position(each) < end(each))) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < end(partition)) {
          last.merge(record.partition(), record.offset(), Math::max);
        }
      }
      if (System.nanoTime() - start > DEADLINE.toNanos()) {
        throw new IllegalStateException(
            "The end of %s could not be read within %d s."
                .formatted(Topics.DAILY_DEMAND.name(), DEADLINE.toSeconds()));
      }
    }
  }

  private long beginning(TopicPartition partition) {
    return beginnings.getOrDefault(partition, 0L);
  }

  private long end(TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }
}
