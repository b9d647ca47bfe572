package io.ridecast.predictor.forecasts;

import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds the last record of each partition of {@code daily-demand}. The end offset alone does not
 * tell: behind the last record lie the marks of transactions, which no reader is ever handed.
 */
public final class DemandEnd implements StartOffsets {
  private static final int FIRST_STEP_BACK = 64;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Map<Integer, Long> last = new HashMap<>();

  private DemandEnd() {}

  /**
   * Asks the broker now.
   *
   * @throws IllegalStateException if the records cannot be read within a minute
   */
  public static DemandEnd read(KafkaConfig kafka) {
    Properties settings = kafka.consumer("predictor-start");
    DemandEnd end = new DemandEnd();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DAILY_DEMAND.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        long beginning = beginnings.getOrDefault(partition, 0L);
        long behind = ends.getOrDefault(partition, 0L);
        end.last.put(partition.partition(), lastRecord(consumer, partition, beginning, behind));
      }
    }
    return end;
  }

  @Override
  public long last(int partition) {
    return last.getOrDefault(partition, -1L);
  }

  /** Steps back twice as far until a record lies between there and the end. */
  private static long lastRecord(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long beginning, long end) {
    long step = FIRST_STEP_BACK;
    long found = -1;
    long from = end;
    consumer.assign(List.of(partition));
    while (found < 0 && from > beginning) {
      from = Math.max(beginning, end - step);
      found = lastBetween(consumer, partition, from, end);
      step *= 2;
    }
    return found;
  }

  private static long lastBetween(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
    long found = -1;
    long start = System.nanoTime();
    consumer.seek(partition, from);
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < end) {
          found = record.offset();
        }
      }
      if (System.nanoTime() - start > DEADLINE.toNanos()) {
        throw new IllegalStateException(
            "The end of " + partition + " could not be read within " + DEADLINE.toSeconds() + " s");
      }
    }
    return found;
  }
}
