package io.ridecast.aggregator.rides;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ZEROS = 0x3030303030303030L;
  private static final long BEYOND_NINE = 0x7676767676767676L;
  private static final long HIGH_BITS = 0x8080808080808080L;

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
    return length <= Long.BYTES && start + Long.BYTES <= bytes.length
        ? atOnce(bytes, start, length)
        : oneByOne(bytes, start, length);
  }

  /**
   * Up to eight digits without a branch for each: how many a ride has is not to be guessed, and a
   * wrong guess costs more than all of the arithmetic (D. Lemire, "Quickly parsing eight digits",
   * 2022).
   */
  private static int atOnce(byte[] bytes, int start, int length) {
    int before = Long.SIZE - length * Byte.SIZE;
    long text = (long) EIGHT_BYTES.get(bytes, start);
    long digits = (text ^ ZEROS) << before;
    if (((digits | (digits + BEYOND_NINE)) & HIGH_BITS) != 0) {
      return NONE;
    }
    long pairs = digits * RADIX + (digits >>> Byte.SIZE);
    long upper = (pairs & 0x000000FF_000000FFL) * (100 + (1_000_000L << Integer.SIZE));
    long lower = ((pairs >>> Short.SIZE) & 0x000000FF_000000FFL) * (1 + (10_000L << Integer.SIZE));
    return (int) ((upper + lower) >>> Integer.SIZE);
  }

  private static int oneByOne(byte[] bytes, int start, int length) {
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
