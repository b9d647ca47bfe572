package io.ridecast.aggregator.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;

class RidePackerTest {
  private static final TopicPartition RIDES = new TopicPartition(Topics.RIDES.name(), 3);
  private static final TopicPartition WATERMARKS =
      new TopicPartition(Topics.RIDE_WATERMARKS.name(), 3);

  private final RidePacker packer = new RidePacker();

  @Test
  void shouldPackTheRidesOfAPartitionAsTheyAre() {
    ConsumerRecord<byte[], byte[]> first = record(10, "6", "first");
    ConsumerRecord<byte[], byte[]> tombstone = record(11, "8", null);
    ConsumerRecord<byte[], byte[]> behindAGap = record(700, null, "third");

    List<ConsumerRecord<byte[], byte[]>> packed = packed(RIDES, first, tombstone, behindAGap);

    assertThat(packed).hasSize(1);
    assertThat(throughStreams(packed.get(0))).containsExactly(first, tombstone, behindAGap);
  }

  @Test
  void shouldGiveAPackTheOffsetOfItsFirstRide() {
    List<ConsumerRecord<byte[], byte[]>> packed =
        packed(RIDES, record(10, "6", "a"), record(11, "6", "b"), record(15, "6", "c"));

    assertThat(packed.get(0).offset()).isEqualTo(10);
    assertThat(packed.get(0).timestamp()).isEqualTo(110);
    assertThat(packed.get(0).leaderEpoch()).contains(4);
  }

  @Test
  void shouldKeepTheHeadersOfEachRide() {
    Headers headers = new RecordHeaders().add("trace", new byte[] {1});

    ConsumerRecord<byte[], byte[]> pack =
        packed(RIDES, record(1, "6", "a"), record(2, "6", "b", headers)).get(0);

    assertThat(throughStreams(pack).get(1).headers()).isEqualTo(headers);
  }

  @Test
  void shouldPackEachPartitionByItself() {
    TopicPartition other = new TopicPartition(RIDES.topic(), 4);
    ConsumerRecord<byte[], byte[]> a = record(1, "6", "a");
    ConsumerRecord<byte[], byte[]> b = record(2, "6", "b");

    ConsumerRecords<byte[], byte[]> packed =
        packer.onConsume(
            new ConsumerRecords<>(Map.of(RIDES, List.of(a, b), other, List.of(b, a)), Map.of()));

    assertThat(throughStreams(packed.records(RIDES).get(0))).containsExactly(a, b);
    assertThat(throughStreams(packed.records(other).get(0))).containsExactly(b, a);
  }

  @Test
  void shouldLeaveWatermarksAlone() {
    assertThat(packed(WATERMARKS, record(10, "a", "first"), record(11, "a", "second"))).hasSize(2);
  }

  @Test
  void shouldLeaveALoneRideUnpacked() {
    ConsumerRecord<byte[], byte[]> ride = record(10, "6", "lone");

    assertThat(packed(RIDES, ride)).containsExactly(ride);
  }

  @Test
  void shouldPassTheNextOffsetsOn() {
    Map<TopicPartition, OffsetAndMetadata> next =
        Map.of(RIDES, new OffsetAndMetadata(99, Optional.of(4), ""));

    ConsumerRecords<byte[], byte[]> packed =
        packer.onConsume(new ConsumerRecords<>(Map.of(RIDES, List.of(record(10, "6", "a"))), next));

    assertThat(packed.nextOffsets()).isEqualTo(next);
  }

  @Test
  void shouldReadALoneRideWithAllThatItHas() {
    Headers headers = new RecordHeaders().add("trace", new byte[] {1});
    ConsumerRecord<byte[], byte[]> ride = record(10, "6", "lone", headers);

    List<ConsumerRecord<byte[], byte[]>> rides = throughStreams(ride);

    assertThat(rides).hasSize(1);
    ConsumerRecord<byte[], byte[]> read = rides.get(0);
    assertThat(read.topic()).isEqualTo(RIDES.topic());
    assertThat(read.partition()).isEqualTo(RIDES.partition());
    assertThat(read.offset()).isEqualTo(10);
    assertThat(read.timestamp()).isEqualTo(110);
    assertThat(read.key()).isEqualTo(ride.key());
    assertThat(read.value()).isEqualTo(ride.value());
    assertThat(read.headers()).isEqualTo(headers);
  }

  @Test
  void shouldNotTakeAForeignRecordForAPack() {
    Headers headers = new RecordHeaders().add("rides", new byte[0]);
    ConsumerRecord<byte[], byte[]> foreign = record(10, "6", "", headers);

    assertThat(throughStreams(foreign).get(0).value()).isEmpty();
  }

  /** It would be counted as one broken ride, and all that were in it lost. */
  @Test
  void shouldStopWhereAPackHasLostItsRides() {
    ConsumerRecord<byte[], byte[]> pack =
        packed(RIDES, record(1, "6", "a"), record(2, "6", "b")).get(0);
    Headers written = new RecordHeaders();
    pack.headers().forEach(header -> written.add(new RecordHeader(header.key(), header.value())));
    Record<byte[], byte[]> copied = new Record<>(pack.key(), pack.value(), 1, written);

    assertThatThrownBy(() -> RidePack.rides(copied, new Metadata(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("RIDE_PACKING");
  }

  @SafeVarargs
  private List<ConsumerRecord<byte[], byte[]>> packed(
      TopicPartition partition, ConsumerRecord<byte[], byte[]>... records) {
    return packer
        .onConsume(new ConsumerRecords<>(Map.of(partition, List.of(records)), Map.of()))
        .records(partition);
  }

  private static List<ConsumerRecord<byte[], byte[]>> throughStreams(
      ConsumerRecord<byte[], byte[]> record) {
    return RidePack.rides(
        new Record<>(record.key(), record.value(), record.timestamp(), record.headers()),
        new Metadata(record.offset()));
  }

  private record Metadata(long offset) implements RecordMetadata {
    @Override
    public String topic() {
      return RIDES.topic();
    }

    @Override
    public int partition() {
      return RIDES.partition();
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, String key, String value) {
    return record(offset, key, value, new RecordHeaders());
  }

  private static ConsumerRecord<byte[], byte[]> record(
      long offset, String key, String value, Headers headers) {
    return new ConsumerRecord<>(
        RIDES.topic(),
        RIDES.partition(),
        offset,
        100 + offset,
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        value == null ? null : value.getBytes(StandardCharsets.UTF_8),
        headers,
        Optional.of(4));
  }
}
