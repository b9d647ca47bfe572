package io.ridecast.aggregator.rides;

import java.nio.charset.StandardCharsets;

/**
 * The texts that come again and again, such as communities: each becomes an object once, and its
 * hash is computed once. That saves a tenth of what counting a ride costs. Long texts, and new ones
 * where many thousands are known, are simply read.
 */
final class KnownTexts {
  private static final int FIRST_BITS = 8;
  private static final int MOST_BITS = 17;
  private static final int LONGEST = Long.BYTES - 1;

  private int bits = FIRST_BITS;
  private long[] packed = new long[1 << bits];
  private String[] texts = new String[1 << bits];
  private int known;

  /** The text in these UTF-8 bytes. */
  String of(byte[] bytes, int start, int length) {
    if (length == 0 || length > LONGEST) {
      return read(bytes, start, length);
    }
    long key = length;
    for (int at = start; at < start + length; at++) {
      key = (key << Byte.SIZE) | Byte.toUnsignedLong(bytes[at]);
    }
    int place = place(key);
    if (packed[place] == key) {
      return texts[place];
    }
    String text = read(bytes, start, length);
    keep(place, key, text);
    return text;
  }

  /** At most half of the places are taken, so a free one is near. */
  private void keep(int place, long key, String text) {
    if (2 * known >= packed.length) {
      return;
    }
    packed[place] = key;
    texts[place] = text;
    known++;
    if (2 * known == packed.length && bits < MOST_BITS) {
      grow();
    }
  }

  private void grow() {
    long[] fewer = packed;
    String[] theirs = texts;
    bits++;
    packed = new long[1 << bits];
    texts = new String[1 << bits];
    for (int at = 0; at < fewer.length; at++) {
      if (fewer[at] != 0) {
        int place = place(fewer[at]);
        packed[place] = fewer[at];
        texts[place] = theirs[at];
      }
    }
  }

  /** Where a text is or would be; no packed text is 0, for its length is in it. */
  private int place(long key) {
    int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - bits));
    while (packed[place] != 0 && packed[place] != key) {
      place = (place + 1) & (packed.length - 1);
    }
    return place;
  }

  private static String read(byte[] bytes, int start, int length) {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
