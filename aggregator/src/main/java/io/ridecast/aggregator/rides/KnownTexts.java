package io.ridecast.aggregator.rides;

import java.nio.charset.StandardCharsets;

/**
 * The texts that come again and again, such as communities: each becomes an object once, and its
 * hash is computed once. That saves a tenth of what counting a ride costs. Long texts and those
 * whose place another one has taken are simply read.
 */
final class KnownTexts {
  private static final int BITS = 12;
  private static final int LONGEST = Long.BYTES - 1;

  private final long[] packed = new long[1 << BITS];
  private final String[] texts = new String[1 << BITS];

  /** The text in these UTF-8 bytes. */
  String of(byte[] bytes, int start, int length) {
    if (length == 0 || length > LONGEST) {
      return read(bytes, start, length);
    }
    long key = length;
    for (int at = start; at < start + length; at++) {
      key = (key << Byte.SIZE) | Byte.toUnsignedLong(bytes[at]);
    }
    int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - BITS));
    if (packed[place] != key) {
      packed[place] = key;
      texts[place] = read(bytes, start, length);
    }
    return texts[place];
  }

  private static String read(byte[] bytes, int start, int length) {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
