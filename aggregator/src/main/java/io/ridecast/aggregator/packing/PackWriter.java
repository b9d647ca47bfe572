package io.ridecast.aggregator.packing;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes consecutive records of one partition into one: for each the distance of its offset and
 * append time from those of the one before, key and value.
 *
 * <p>The pack has the offset of its FIRST record: Streams commits the offset of the first record
 * that it has not processed, and with any later one a crash would lose the rides before it.
 */
final class PackWriter {
  private static final int MOST_BYTES_OF_NUMBERS = 2 * 10 + 2 * 5;

  private PackWriter() {}

  static ConsumerRecord<byte[], byte[]> pack(List<ConsumerRecord<byte[], byte[]>> records) {
    ConsumerRecord<byte[], byte[]> first = records.get(0);
    byte[] value = write(records);
    return new ConsumerRecord<>(
        first.topic(),
        first.partition(),
        first.offset(),
        first.timestamp(),
        first.timestampType(),
        ConsumerRecord.NULL_SIZE,
        value.length,
        null,
        value,
        new RecordHeaders(),
        first.leaderEpoch());
  }

  private static byte[] write(List<ConsumerRecord<byte[], byte[]>> records) {
    ByteBuffer buffer = ByteBuffer.allocate(mostBytes(records));
    buffer.putLong(PackFormat.MARK);
    long offset = records.get(0).offset();
    long timestamp = records.get(0).timestamp();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      ByteUtils.writeVarlong(record.offset() - offset, buffer);
      ByteUtils.writeVarlong(record.timestamp() - timestamp, buffer);
      put(record.key(), buffer);
      put(record.value(), buffer);
      offset = record.offset();
      timestamp = record.timestamp();
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  private static void put(byte @Nullable [] part, ByteBuffer buffer) {
    if (part == null) {
      ByteUtils.writeVarint(PackFormat.NULL, buffer);
    } else {
      ByteUtils.writeVarint(part.length + 1, buffer);
      buffer.put(part);
    }
  }

  private static int mostBytes(List<ConsumerRecord<byte[], byte[]>> records) {
    int most = PackFormat.HEADER_BYTES;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      most += MOST_BYTES_OF_NUMBERS + length(record.key()) + length(record.value());
    }
    return most;
  }

  private static int length(byte @Nullable [] part) {
    return part == null ? 0 : part.length;
  }
}
