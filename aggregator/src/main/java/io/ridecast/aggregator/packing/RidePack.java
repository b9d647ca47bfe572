package io.ridecast.aggregator.packing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/** The records of a pack, as {@link PackWriter} wrote them. */
final class RidePack implements RideRecords {
  private static final int ABSENT = -1;

  private final byte[] bytes;
  private final ByteBuffer cursor;
  private long offset;
  private long appendedAt;
  private int keyStart;
  private int keyEnd;
  private int start;
  private int end;

  /**
   * Stands before the first record.
   *
   * @param offset the first record's
   * @param appendedAt the first record's
   */
  RidePack(byte[] bytes, long offset, long appendedAt) {
    this.bytes = bytes;
    this.cursor = ByteBuffer.wrap(bytes).position(PackFormat.HEADER_BYTES);
    this.offset = offset;
    this.appendedAt = appendedAt;
  }

  @Override
  public boolean next() {
    if (!cursor.hasRemaining()) {
      return false;
    }
    offset += ByteUtils.readVarlong(cursor);
    appendedAt += ByteUtils.readVarlong(cursor);
    int keyLength = skip();
    keyEnd = cursor.position();
    keyStart = keyLength == ABSENT ? ABSENT : keyEnd - keyLength;
    int length = skip();
    end = cursor.position();
    start = length == ABSENT ? ABSENT : end - length;
    return true;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public long appendedAt() {
    return appendedAt;
  }

  @Override
  public boolean hasValue() {
    return start != ABSENT;
  }

  @Override
  public byte[] buffer() {
    return bytes;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public byte @Nullable [] key() {
    return keyStart == ABSENT ? null : Arrays.copyOfRange(bytes, keyStart, keyEnd);
  }

  @Override
  public byte @Nullable [] value() {
    return start == ABSENT ? null : Arrays.copyOfRange(bytes, start, end);
  }

  private int skip() {
    int written = ByteUtils.readVarint(cursor);
    if (written == PackFormat.NULL) {
      return ABSENT;
    }
    cursor.position(cursor.position() + written - 1);
    return written - 1;
  }
}
