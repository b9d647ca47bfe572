package io.ridecast.aggregator.packing;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * How a pack is told from a record: by a number drawn anew in each process. Packs never leave the
 * process, and no producer can send anything that is taken for one.
 */
final class PackFormat {
  static final long MARK = new SecureRandom().nextLong();
  static final int HEADER_BYTES = Long.BYTES;

  /** Written for the length of what is null; any other length is written one higher. */
  static final int NULL = 0;

  private PackFormat() {}

  static boolean isPack(byte[] value) {
    return value.length > HEADER_BYTES && ByteBuffer.wrap(value).getLong() == MARK;
  }
}
