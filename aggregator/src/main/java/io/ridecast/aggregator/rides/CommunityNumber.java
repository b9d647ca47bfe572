package io.ridecast.aggregator.rides;

import java.nio.charset.StandardCharsets;

/**
 * The number of a community as a ride's text has it: decimal digits, none of them a leading zero.
 * Read straight from the bytes, a ride's community needs no object and no hash of a text.
 */
public final class CommunityNumber {
  /** There is no text. */
  public static final int MISSING = -1;

  /** There is a text, and it is not the number of any community. */
  public static final int NONE = -2;

  private static final int RADIX = 10;

  private CommunityNumber() {}

  /** The number in a text; {@link #MISSING} or {@link #NONE} if there is none. */
  public static int of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** The same of UTF-8 bytes. */
  static int of(byte[] bytes, int start, int length) {
    if (length == 0) {
      return MISSING;
    }
    if (bytes[start] == '0') {
      return NONE;
    }
    long number = 0;
    for (int at = start; at < start + length; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit >= RADIX) {
        return NONE;
      }
      number = number * RADIX + digit;
      if (number > Integer.MAX_VALUE) {
        return NONE;
      }
    }
    return (int) number;
  }
}
