package io.ridecast.aggregator.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RidePackerTest {
  private static final TopicPartition RIDES = new TopicPartition(Topics.RIDES.name(), 3);
  private static final TopicPartition WATERMARKS =
      new TopicPartition(Topics.RIDE_WATERMARKS.name(), 3);

  private final RidePacker packer = new RidePacker();

  @Test
  void shouldPackTheRidesOfAPartition() {
    List<ConsumerRecord<byte[], byte[]>> packed =
        pack(RIDES, record(10, "6", "first"), record(11, "8", "second"));

    assertThat(packed).hasSize(1);
    assertThat(unpacked(packed)).containsExactly("10@110 6=first", "11@111 8=second");
  }

  @Test
  void shouldGiveAPackTheOffsetOfItsFirstRide() {
    List<ConsumerRecord<byte[], byte[]>> packed =
        pack(RIDES, record(10, "6", "first"), record(11, "6", "second"), record(15, "6", "third"));

    assertThat(packed.get(0).offset()).isEqualTo(10);
    assertThat(packed.get(0).leaderEpoch()).contains(4);
  }

  @Test
  void shouldKeepGapsBetweenOffsets() {
    assertThat(unpacked(pack(RIDES, record(10, "6", "a"), record(700, "6", "b"))))
        .containsExactly("10@110 6=a", "700@800 6=b");
  }

  @Test
  void shouldKeepMissingKeysAndValues() {
    assertThat(unpacked(pack(RIDES, record(1, null, "a"), record(2, "6", null))))
        .containsExactly("1@101 null=a", "2@102 6=null");
  }

  @Test
  void shouldKeepEmptyKeysAndValues() {
    assertThat(unpacked(pack(RIDES, record(1, "", ""), record(2, "6", "b"))))
        .containsExactly("1@101 =", "2@102 6=b");
  }

  @Test
  void shouldShowValuesInPlace() {
    ConsumerRecord<byte[], byte[]> pack =
        pack(RIDES, record(1, "6", "first"), record(2, "6", "second")).get(0);

    RideRecords rides = RideRecords.of(pack.key(), pack.value(), pack.offset(), pack.timestamp());

    assertThat(rides.next()).isTrue();
    assertThat(rides.next()).isTrue();
    assertThat(
            new String(
                rides.buffer(), rides.start(), rides.end() - rides.start(), StandardCharsets.UTF_8))
        .isEqualTo("second");
    assertThat(rides.next()).isFalse();
  }

  @Test
  void shouldLeaveWatermarksAlone() {
    assertThat(pack(WATERMARKS, record(10, "a", "first"), record(11, "a", "second"))).hasSize(2);
  }

  @Test
  void shouldLeaveALoneRideUnpacked() {
    ConsumerRecord<byte[], byte[]> ride = record(10, "6", "lone");

    assertThat(pack(RIDES, ride)).containsExactly(ride);
  }

  @Test
  void shouldPassARecordWithHeadersOnUnpackedAndInItsPlace() {
    Headers headers = new RecordHeaders().add("trace", new byte[] {1});

    List<ConsumerRecord<byte[], byte[]>> packed =
        pack(
            RIDES,
            record(1, "6", "a"),
            record(2, "6", "b"),
            record(3, "6", "c", headers),
            record(4, "6", "d"),
            record(5, "6", "e"));

    assertThat(packed).extracting(ConsumerRecord::offset).containsExactly(1L, 3L, 4L);
    assertThat(packed.get(1).headers().toArray()).hasSize(1);
    assertThat(unpacked(packed))
        .extracting(line -> line.substring(line.length() - 1))
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void shouldPackRidesThatAreLargerThanExpected() {
    String large = "z".repeat(10_000);

    assertThat(
            unpacked(pack(RIDES, record(1, "6", "a"), record(2, "6", large), record(3, "6", "b"))))
        .containsExactly("1@101 6=a", "2@102 6=" + large, "3@103 6=b");
  }

  @Test
  void shouldBoundThePacks() {
    ConsumerRecord<?, ?>[] many =
        IntStream.range(0, 4_500)
            .mapToObj(n -> record(n, "6", Integer.toString(n)))
            .toArray(ConsumerRecord<?, ?>[]::new);
    @SuppressWarnings("unchecked")
    ConsumerRecord<byte[], byte[]>[] records = (ConsumerRecord<byte[], byte[]>[]) many;

    List<ConsumerRecord<byte[], byte[]>> packed = pack(RIDES, records);

    assertThat(packed).extracting(ConsumerRecord::offset).containsExactly(0L, 2_000L, 4_000L);
    assertThat(unpacked(packed)).hasSize(4_500);
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
  void shouldNotTakeARecordForAPackWhateverItBeginsWith() {
    byte[] value = {(byte) 0xB1, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    RideRecords rides = RideRecords.of(null, value, 7, 8);

    assertThat(rides.next()).isTrue();
    assertThat(rides.value()).isEqualTo(value);
    assertThat(rides.offset()).isEqualTo(7);
    assertThat(rides.next()).isFalse();
  }

  @SafeVarargs
  private List<ConsumerRecord<byte[], byte[]>> pack(
      TopicPartition partition, ConsumerRecord<byte[], byte[]>... records) {
    return packer
        .onConsume(new ConsumerRecords<>(Map.of(partition, List.of(records)), Map.of()))
        .records(partition);
  }

  private static List<String> unpacked(List<ConsumerRecord<byte[], byte[]>> records) {
    List<String> lines = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      RideRecords rides =
          RideRecords.of(record.key(), record.value(), record.offset(), record.timestamp());
      while (rides.next()) {
        lines.add(
            rides.offset()
                + "@"
                + rides.appendedAt()
                + " "
                + text(rides.key())
                + "="
                + text(rides.value()));
      }
    }
    return lines;
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
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
