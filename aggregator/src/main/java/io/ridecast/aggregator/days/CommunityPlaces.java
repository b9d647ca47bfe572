package io.ridecast.aggregator.days;

/**
 * Where the communities of these numbers stand in a row. It is asked for each ride: an
 * open-addressed table of plain numbers, since each object on the way is a miss of the caches where
 * there are many thousand communities.
 */
final class CommunityPlaces {
  static final int NOT_HERE = -1;

  private static final int FREE = 0;
  private static final int SPREAD = 0x9E3779B9;

  private final int shift;
  private final int[] table;

  /**
   * A table of these.
   *
   * @param numbers each at least 1; a number's place is its index
   */
  CommunityPlaces(int[] numbers) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(numbers.length + numbers.length / 2 + 1);
    this.shift = Integer.SIZE - bits;
    this.table = new int[2 << bits];
    for (int place = 0; place < numbers.length; place++) {
      int slot = slot(numbers[place]);
      table[slot] = numbers[place];
      table[slot + 1] = place;
    }
  }

  /** The place of a number; {@link #NOT_HERE} if it has none. */
  int of(int number) {
    int slot = slot(number);
    return table[slot] == FREE ? NOT_HERE : table[slot + 1];
  }

  /** Where the number is or would be: a slot has the number and behind it its place. */
  private int slot(int number) {
    int slot = ((number * SPREAD) >>> shift) << 1;
    while (table[slot] != FREE && table[slot] != number) {
      slot = (slot + 2) & (table.length - 1);
    }
    return slot;
  }
}
