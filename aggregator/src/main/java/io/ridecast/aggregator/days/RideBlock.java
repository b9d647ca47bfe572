package io.ridecast.aggregator.days;

import java.util.List;

/**
 * The ids of the rides counted in one write, as a row of numbers: for each community's day on which
 * there were any, the community's number, the day, how many, and their digests. One block for all
 * of them, because writing a row costs much more than the eight bytes of a ride, and a pack has
 * rides of hundreds of days and communities.
 */
final class RideBlock {
  private static final int HEADER = 3;

  private RideBlock() {}

  /** The block of rides that are counted and not yet written. */
  static long[] of(FreshRides fresh, CommunityRoster roster) {
    List<DayCount> grown = fresh.grown();
    long[] row = new long[HEADER * grown.size() + fresh.size()];
    int[] next = new int[fresh.places()];
    int at = 0;
    for (DayCount count : grown) {
      row[at] = roster.number(count.community());
      row[at + 1] = count.day();
      row[at + 2] = fresh.of(count);
      next[count.freshPlace()] = at + HEADER;
      at += HEADER + fresh.of(count);
    }
    fresh.forEach((place, id) -> row[next[place]++] = id);
    return row;
  }

  /** Shows every community's day in a block. */
  static void read(long[] row, Reader reader) {
    int at = 0;
    while (at < row.length) {
      int from = at + HEADER;
      int to = from + (int) row[at + 2];
      reader.ids((int) row[at], (int) row[at + 1], row, from, to);
      at = to;
    }
  }

  /** Takes the ids of one community's day: {@code row[from]} to {@code row[to - 1]}. */
  interface Reader {
    void ids(int community, int day, long[] row, int from, int to);
  }
}
