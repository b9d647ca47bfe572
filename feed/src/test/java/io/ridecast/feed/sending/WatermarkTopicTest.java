package io.ridecast.feed.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.RideWatermark;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatermarkTopicTest {
  private static final String TOPIC = "ride-watermarks";
  private static final Instant UNTIL = Instant.parse("2020-08-13T07:00:00Z");

  private final MockConsumer<String, RideWatermark> consumer = new MockConsumer<>("earliest");

  @Test
  void shouldReadTheLastWatermarkOfItsFeedInEachPartition() {
    partitions(3);
    consumer.schedulePollTask(
        () -> {
          add(0, 0, "rides/0", mark(UNTIL));
          add(0, 1, "other/0", mark(UNTIL.plusSeconds(9)));
          add(0, 2, "rides/0", mark(UNTIL.plusSeconds(1)));
        });
    consumer.schedulePollTask(() -> add(2, 0, "rides/2", mark(UNTIL)));
    ends(3, 0, 1);

    assertThat(WatermarkTopic.read("rides", consumer))
        .isEqualTo(Map.of(0, mark(UNTIL.plusSeconds(1)), 2, mark(UNTIL)));
  }

  @Test
  void shouldFindNothingOnAnEmptyTopicWithoutWaiting() {
    partitions(2);
    ends(0, 0);

    assertThat(WatermarkTopic.read("rides", consumer)).isEmpty();
  }

  @Test
  void shouldTakeATombstoneAsNoWatermark() {
    partitions(1);
    consumer.schedulePollTask(
        () -> {
          add(0, 0, "rides/0", mark(UNTIL));
          add(0, 1, "rides/0", null);
        });
    ends(2);

    assertThat(WatermarkTopic.read("rides", consumer)).isEmpty();
  }

  private void partitions(int count) {
    List<PartitionInfo> infos =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(i -> new PartitionInfo(TOPIC, i, null, null, null))
            .toList();
    consumer.updatePartitions(TOPIC, infos);
  }

  private void ends(long... offsets) {
    Map<TopicPartition, Long> beginnings = new HashMap<>();
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (int i = 0; i < offsets.length; i++) {
      beginnings.put(new TopicPartition(TOPIC, i), 0L);
      ends.put(new TopicPartition(TOPIC, i), offsets[i]);
    }
    consumer.updateBeginningOffsets(beginnings);
    consumer.updateEndOffsets(ends);
  }

  private void add(int partition, long offset, String key, RideWatermark value) {
    consumer.addRecord(new ConsumerRecord<>(TOPIC, partition, offset, key, value));
  }

  private static RideWatermark mark(Instant until) {
    return new RideWatermark("rides", until.minusSeconds(1), until, 5L, null, UNTIL);
  }
}
