package io.ridecast.aggregator.days;

/** A set of ride ids, as 64-bit digests: 8 bytes each in an open-addressed table. */
final class RideIds {
  private static final int SMALLEST = 64;

  /** Stands for the digest 0, which marks a free slot. */
  private static final long ZERO = 0x9E3779B97F4A7C15L;

  private long[] table = new long[SMALLEST];
  private int size;

  /** Adds an id; false if it is in already. */
  boolean add(long digest) {
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

  /** How many there are. */
  int size() {
    return size;
  }

  /** Each half of the larger table is filled from one end to the other, whatever the ids are. */
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
