package io.ridecast.aggregator.days;

import java.util.List;

/**
 * The ids of the rides counted in one write, as a row of numbers: for each community's day on which
 * there were any, two numbers as a header and then their digests. One block for all of them,
 * because writing a row costs much more than the eight bytes of a ride, and a pack has rides of
 * hundreds of days and communities.
 *
 * <p>The header's upper halves are the community's number and the day, its lower ones how many
 * digests follow and which revision these rides brought about, 0 if the day is open. A revision of
 * a closed day has no row of its own: it never comes without rides, and a row costs what a hundred
 * rides cost.
 */
final class RideBlock {
  private static final int HEADER = 2;

  private RideBlock() {}

  /**
   * The block of rides that are counted and not yet written.
   *
   * @param span tells which days are closed: what their rides brought about is said already
   */
  static long[] of(FreshRides fresh, CommunityRoster roster, DaySpan span) {
    List<DayCount> grown = fresh.grown();
    long[] row = new long[HEADER * grown.size() + fresh.size()];
    int at = 0;
    for (DayCount count : grown) {
      int revision = span.isClosed(count.day()) ? count.published().revision() : 0;
      row[at] = pair(roster.number(count.community()), count.fresh());
      row[at + 1] = pair(count.day(), revision);
      count.goesTo(at + HEADER);
      at += HEADER + count.fresh();
    }
    fresh.forEach((count, id) -> row[count.nextPlace()] = id);
    return row;
  }

  /** Shows every community's day in a block. */
  static void read(long[] row, Reader reader) {
    int at = 0;
    while (at < row.length) {
      int from = at + HEADER;
      int to = from + (int) row[at];
      reader.ids(upper(row[at]), upper(row[at + 1]), (int) row[at + 1], row, from, to);
      at = to;
    }
  }

  private static long pair(int upper, int lower) {
    return (long) upper << Integer.SIZE | lower;
  }

  private static int upper(long pair) {
    return (int) (pair >> Integer.SIZE);
  }

  /** Takes the ids of one community's day: {@code row[from]} to {@code row[to - 1]}. */
  interface Reader {
    void ids(int community, int day, int revision, long[] row, int from, int to);
  }
}
