package io.ridecast.aggregator.packing;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Consecutive rides of one partition, on their way through Kafka Streams as a header of one record.
 * Streams hands headers on as the objects that they are, so nothing is copied.
 */
public final class RidePack implements Header {
  private static final String KEY = "rides";

  /** The value of each record with a pack; told by its identity, which no producer can send. */
  private static final byte[] STAND_IN = {};

  private final List<ConsumerRecord<byte[], byte[]>> rides;

  private RidePack(List<ConsumerRecord<byte[], byte[]>> rides) {
    this.rides = rides;
  }

  /**
   * The record that stands for all of these. It has the offset of the FIRST of them: Streams
   * commits the offset of the first record that it has not processed, and with any later one a
   * crash would lose the rides before it.
   */
  static ConsumerRecord<byte[], byte[]> of(List<ConsumerRecord<byte[], byte[]>> rides) {
    ConsumerRecord<byte[], byte[]> first = rides.get(0);
    return new ConsumerRecord<>(
        first.topic(),
        first.partition(),
        first.offset(),
        first.timestamp(),
        first.timestampType(),
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        null,
        STAND_IN,
        new RecordHeaders(new Header[] {new RidePack(rides)}),
        first.leaderEpoch());
  }

  /** The rides in a record that came through Streams: those of its pack, or it alone. */
  public static List<ConsumerRecord<byte[], byte[]>> rides(
      Record<byte[], byte[]> record, RecordMetadata metadata) {
    return record.value() == STAND_IN ? packed(record) : List.of(single(record, metadata));
  }

  @Override
  public String key() {
    return KEY;
  }

  /** Nothing: a pack does not leave its process. */
  @Override
  public byte[] value() {
    return STAND_IN;
  }

  private static List<ConsumerRecord<byte[], byte[]>> packed(Record<byte[], byte[]> record) {
    if (record.headers().lastHeader(KEY) instanceof RidePack pack) {
      return pack.rides;
    }
    throw new IllegalStateException("a pack has lost its rides on the way; set RIDE_PACKING=off");
  }

  private static ConsumerRecord<byte[], byte[]> single(
      Record<byte[], byte[]> record, RecordMetadata metadata) {
    return new ConsumerRecord<>(
        metadata.topic(),
        metadata.partition(),
        metadata.offset(),
        record.timestamp(),
        TimestampType.LOG_APPEND_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        record.key(),
        record.value(),
        record.headers(),
        Optional.empty());
  }
}
