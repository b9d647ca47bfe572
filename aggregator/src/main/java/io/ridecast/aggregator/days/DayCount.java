package io.ridecast.aggregator.days;

/** One community's day on which somebody rode. The count is the number of its ids. */
final class DayCount {
  private final int community;
  private final int day;
  private final RideIds ids = new RideIds();
  private boolean touched;
  private boolean noted;
  private Publication published = Publication.NONE;

  /**
   * A day without rides yet.
   *
   * @param community its place in the roster
   */
  DayCount(int community, int day) {
    this.community = community;
    this.day = day;
  }

  int community() {
    return community;
  }

  int day() {
    return day;
  }

  int rides() {
    return ids.size();
  }

  boolean add(long digest) {
    return ids.add(digest);
  }

  /** True at the first call since the last {@link #drain}. */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  /** How many new ids {@link #drain} would hand over. */
  int fresh() {
    return ids.fresh();
  }

  /** Hands the new ids over, into the row from a place on; the place behind them. */
  int drain(long[] row, int at) {
    touched = false;
    return ids.drain(row, at);
  }

  /** What was last said of it; revision 0 if nothing was. */
  Publication published() {
    return published;
  }

  void publish(Publication publication) {
    published = publication;
  }

  /** What was said of it is in the journal singly. */
  void note() {
    noted = true;
  }

  boolean isNoted() {
    return noted;
  }

  /** Takes back what was said of it, unless something later is known already. */
  void restore(Publication publication) {
    if (publication.revision() > published.revision()) {
      published = publication;
    }
  }

  /** Takes back the ids {@code row[from]} to {@code row[to - 1]}. */
  void restoreIds(long[] row, int from, int to) {
    ids.restore(row, from, to);
  }
}
