package io.ridecast.aggregator.packing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes consecutive records of one partition into one: for each the distance of its offset and
 * append time from those of the one before, key and value. Each record is touched once, because
 * what it points to is in no cache yet; the buffer grows, so that nothing need be measured first.
 *
 * <p>The pack has the offset of its FIRST record: Streams commits the offset of the first record
 * that it has not processed, and with any later one a crash would lose the rides before it.
 */
final class PackWriter {
  /** Bounds the memory of a pack, and how long one process() takes. */
  private static final int MOST_RIDES = 2_000;

  private static final int MOST_BYTES_OF_NUMBERS = 2 * 10 + 2 * 5;
  private static final int BYTES_OF_A_RIDE = 128;

  private final List<ConsumerRecord<byte[], byte[]>> target;
  private ByteBuffer buffer;
  private @Nullable ConsumerRecord<byte[], byte[]> first;
  private int records;
  private long offset;
  private long timestamp;

  /**
   * Adds the packs to the target.
   *
   * @param expected how many records there are to pack
   */
  PackWriter(List<ConsumerRecord<byte[], byte[]>> target, int expected) {
    this.target = target;
    this.buffer = ByteBuffer.allocate(Math.min(expected, MOST_RIDES) * BYTES_OF_A_RIDE);
  }

  /** Takes in the next record; a full pack is finished. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    if (first == null) {
      first = record;
      offset = record.offset();
      timestamp = record.timestamp();
      buffer.clear().putLong(PackFormat.MARK);
    }
    reserve(MOST_BYTES_OF_NUMBERS + length(record.key()) + length(record.value()));
    ByteUtils.writeVarlong(record.offset() - offset, buffer);
    ByteUtils.writeVarlong(record.timestamp() - timestamp, buffer);
    put(record.key());
    put(record.value());
    offset = record.offset();
    timestamp = record.timestamp();
    if (++records == MOST_RIDES) {
      finish();
    }
  }

  /** Adds what was taken in to the target: a single record as it came, more as a pack. */
  void finish() {
    ConsumerRecord<byte[], byte[]> begun = first;
    if (begun != null) {
      target.add(records == 1 ? begun : pack(begun));
    }
    first = null;
    records = 0;
  }

  private ConsumerRecord<byte[], byte[]> pack(ConsumerRecord<byte[], byte[]> begun) {
    byte[] value = Arrays.copyOf(buffer.array(), buffer.position());
    return new ConsumerRecord<>(
        begun.topic(),
        begun.partition(),
        begun.offset(),
        begun.timestamp(),
        begun.timestampType(),
        ConsumerRecord.NULL_SIZE,
        value.length,
        null,
        value,
        new RecordHeaders(),
        begun.leaderEpoch());
  }

  private void put(byte @Nullable [] part) {
    if (part == null) {
      ByteUtils.writeVarint(PackFormat.NULL, buffer);
    } else {
      ByteUtils.writeVarint(part.length + 1, buffer);
      buffer.put(part);
    }
  }

  private void reserve(int bytes) {
    if (buffer.remaining() < bytes) {
      int larger = Math.max(2 * buffer.capacity(), Math.addExact(buffer.position(), bytes));
      buffer = ByteBuffer.allocate(larger).put(buffer.flip());
    }
  }

  private static int length(byte @Nullable [] part) {
    return part == null ? 0 : part.length;
  }
}
