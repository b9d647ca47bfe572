package io.ridecast.aggregator.days;

/**
 * The ids of the rides counted in one write, as a row of numbers. One block for all of them,
 * because writing a row costs much more than the eight bytes of a ride, and a pack has rides of
 * hundreds of days and communities.
 *
 * <p>The row has a section for each day: the day, whether it is closed, how many communities
 * follow; then for each of them its number in the upper and how many rides it has in the lower half
 * of one number, of a closed day the revision that these rides brought about, and the rides' ids. A
 * revision of a closed day has no row of its own: it never comes without rides, and a row costs as
 * much as several rides.
 */
final class RideBlock {
  private static final int SECTION = 3;
  private static final long CLOSED = 1;

  private RideBlock() {}

  /**
   * The block of rides that are counted and not yet written.
   *
   * @param span tells which days are closed: what their rides brought about is said already
   */
  static long[] of(FreshRides fresh, CommunityRoster roster, DaySpan span) {
    long[] row = new long[size(fresh, span)];
    int at = 0;
    for (DayCounts day : fresh.grown()) {
      CommunityRides rides = day.rides();
      boolean closed = span.isClosed(day.day());
      row[at++] = day.day();
      row[at++] = closed ? CLOSED : 0;
      row[at++] = rides.grown();
      for (int index = 0; index < rides.grown(); index++) {
        int community = rides.grown(index);
        int unwritten = rides.unwritten(community);
        row[at++] = (long) roster.number(community) << Integer.SIZE | unwritten;
        if (closed) {
          row[at++] = day.published(community).revision();
        }
        rides.goTo(community, at);
        at += unwritten;
      }
    }
    fresh.forEach((day, community, id) -> row[day.rides().next(community)] = id);
    return row;
  }

  private static int size(FreshRides fresh, DaySpan span) {
    int size = fresh.size();
    for (DayCounts day : fresh.grown()) {
      size += SECTION + day.rides().grown() * (span.isClosed(day.day()) ? 2 : 1);
    }
    return size;
  }

  /** Shows every community's day in a block. */
  static void read(long[] row, Reader reader) {
    int at = 0;
    while (at < row.length) {
      int day = (int) row[at];
      boolean closed = row[at + 1] == CLOSED;
      long communities = row[at + 2];
      at += SECTION;
      for (int n = 0; n < communities; n++) {
        int community = (int) (row[at] >> Integer.SIZE);
        int rides = (int) row[at++];
        int revision = closed ? (int) row[at++] : 0;
        reader.ids(community, day, revision, row, at, at + rides);
        at += rides;
      }
    }
  }

  /**
   * Takes the ids of one community's day: {@code row[from]} to {@code row[to - 1]}, and the
   * revision of a closed day that they brought about, otherwise 0.
   */
  interface Reader {
    void ids(int community, int day, int revision, long[] row, int from, int to);
  }
}
