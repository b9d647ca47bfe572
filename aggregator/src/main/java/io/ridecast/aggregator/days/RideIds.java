package io.ridecast.aggregator.days;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the rides of one community's day, as 64-bit digests: 8 bytes each in an open-addressed
 * table. Those that are not yet in the journal are kept beside it.
 */
final class RideIds {
  private static final int SMALLEST = 8;

  /** Where there are many zones, most have one new ride or two in a pack. */
  private static final int FEW_FRESH = 2;

  /** Stands for the digest 0, which marks a free slot. */
  private static final long ZERO = 0x9E3779B97F4A7C15L;

  private long[] table = new long[SMALLEST];
  private int size;
  private long @Nullable [] fresh;
  private int freshSize;

  /** Adds an id; false if it is in already. */
  boolean add(long digest) {
    if (!insert(digest)) {
      return false;
    }
    long[] target = fresh;
    if (target == null) {
      target = new long[FEW_FRESH];
    } else if (freshSize == target.length) {
      target = Arrays.copyOf(target, freshSize * 2);
    }
    target[freshSize++] = digest;
    fresh = target;
    return true;
  }

  /** Adds ids that the journal holds: {@code row[from]} to {@code row[to - 1]}. */
  void restore(long[] row, int from, int to) {
    for (int at = from; at < to; at++) {
      insert(row[at]);
    }
  }

  /** How many ids {@link #drain} would hand over. */
  int fresh() {
    return freshSize;
  }

  /**
   * Hands over the ids added since the last call, in the order in which they came.
   *
   * @return the place in the row behind them
   */
  int drain(long[] row, int at) {
    int behind = at + freshSize;
    if (fresh != null) {
      System.arraycopy(fresh, 0, row, at, freshSize);
    }
    fresh = null;
    freshSize = 0;
    return behind;
  }

  int size() {
    return size;
  }

  private boolean insert(long digest) {
    long id = digest == 0 ? ZERO : digest;
    int slot = slot(table, id);
    if (table[slot] == id) {
      return false;
    }
    table[slot] = id;
    size++;
    if (size * 4L > table.length * 3L) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (long id : table) {
      if (id != 0) {
        larger[slot(larger, id)] = id;
      }
    }
    table = larger;
  }

  /** Where the id is or would be; a digest's low bits are as good as any. */
  private static int slot(long[] table, long id) {
    int mask = table.length - 1;
    int slot = (int) id & mask;
    while (table[slot] != 0 && table[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
