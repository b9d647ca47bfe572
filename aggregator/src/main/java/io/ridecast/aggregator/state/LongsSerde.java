package io.ridecast.aggregator.state;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A row of whole numbers, 8 bytes each, big-endian: all state and all internal records are such.
 */
public final class LongsSerde {
  private LongsSerde() {}

  /** The serde; it may be shared by many threads. */
  public static Serde<long[]> create() {
    Serializer<long[]> serializer = (topic, row) -> bytes(row);
    Deserializer<long[]> deserializer = (topic, bytes) -> row(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static byte @Nullable [] bytes(long @Nullable [] row) {
    if (row == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.allocate(row.length * Long.BYTES);
    buffer.asLongBuffer().put(row);
    return buffer.array();
  }

  private static long @Nullable [] row(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length % Long.BYTES != 0) {
      throw new SerializationException(bytes.length + " bytes are no row of whole numbers");
    }
    long[] row = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(row);
    return row;
  }
}
