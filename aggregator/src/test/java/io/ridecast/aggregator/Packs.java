package io.ridecast.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.packing.RidePacker;
import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** Packs as the consumer's interceptor makes them, which the test driver does not run. */
final class Packs {
  private Packs() {}

  /** A pack of at least two values that came at once, the first of them with this offset. */
  static TestRecord<String, byte[]> of(
      List<byte @Nullable []> values, long offset, Instant arrival) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (byte[] value : values) {
      records.add(record(offset + records.size(), arrival, value));
    }
    return ofRecords(records, arrival);
  }

  static TestRecord<String, byte[]> ofRecords(
      List<ConsumerRecord<byte[], byte[]>> records, Instant arrival) {
    TopicPartition partition = new TopicPartition(Topics.RIDES.name(), 0);
    List<ConsumerRecord<byte[], byte[]>> packs =
        new RidePacker()
            .onConsume(new ConsumerRecords<>(Map.of(partition, records), Map.of()))
            .records(partition);
    assertThat(packs).hasSize(1);
    ConsumerRecord<byte[], byte[]> pack = packs.get(0);
    return new TestRecord<>(null, pack.value(), pack.headers(), arrival);
  }

  static ConsumerRecord<byte[], byte[]> record(
      long offset, Instant arrival, byte @Nullable [] value) {
    return new ConsumerRecord<>(
        Topics.RIDES.name(),
        0,
        offset,
        arrival.toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        "1".getBytes(StandardCharsets.UTF_8),
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
