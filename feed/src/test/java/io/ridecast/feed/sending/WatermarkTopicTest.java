package io.ridecast.feed.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatermarkTopicTest {
  private static final String TOPIC = "ride-watermarks";
  private static final Instant UNTIL = Instant.parse("2020-08-13T07:00:00Z");

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final AvroSerdes serdes = new AvroSerdes(new InMemoryRegistry());

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

    assertThat(WatermarkTopic.read("rides", consumer, serdes))
        .isEqualTo(Map.of(0, mark(UNTIL.plusSeconds(1)), 2, mark(UNTIL)));
  }

  @Test
  void shouldFindNothingOnAnEmptyTopicWithoutWaiting() {
    partitions(2);
    ends(0, 0);

    assertThat(WatermarkTopic.read("rides", consumer, serdes)).isEmpty();
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

    assertThat(WatermarkTopic.read("rides", consumer, serdes)).isEmpty();
  }

  @Test
  void shouldNotMindWhatOthersHaveLeftThere() {
    partitions(1);
    consumer.schedulePollTask(
        () ->
            consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, "someone", new byte[] {1, 2, 3})));
    ends(1);

    assertThat(WatermarkTopic.read("rides", consumer, serdes)).isEmpty();
  }

  @Test
  void shouldSayThatTheTopicIsMissing() {
    partitions(0);

    assertThatThrownBy(() -> WatermarkTopic.read("rides", consumer, serdes))
        .isInstanceOf(SendFailure.class)
        .hasMessageContaining("there is no topic ride-watermarks");
  }

  private void partitions(int count) {
    List<PartitionInfo> infos =
        IntStream.range(0, count)
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

  private byte[] bytes(RideWatermark value) {
    return serdes.value(Topics.RIDE_WATERMARKS).serializer().serialize(TOPIC, value);
  }

  private void add(int partition, long offset, String key, RideWatermark value) {
    consumer.addRecord(new ConsumerRecord<>(TOPIC, partition, offset, key, bytes(value)));
  }

  private static RideWatermark mark(Instant until) {
    return new RideWatermark("rides", until.minusSeconds(1), until, 5L, null, UNTIL, false);
  }
}
