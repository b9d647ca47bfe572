package io.ridecast.aggregator.days;

/** One community's day on which somebody rode. The count is the number of its ids. */
final class DayCount {
  private final int community;
  private final int day;
  private final RideIds ids = new RideIds();
  private int blocks;
  private boolean touched;
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

  /** True at the first call since the last {@link #write}. */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  /** Hands the new ids over, as one block. */
  void write(String key, DayJournal journal) {
    touched = false;
    long[] digests = ids.drain();
    if (digests.length > 0) {
      journal.ids(key, day, blocks++, digests);
    }
  }

  int blocks() {
    return blocks;
  }

  /** What was last said of it; revision 0 if nothing was. */
  Publication published() {
    return published;
  }

  void publish(Publication publication) {
    published = publication;
  }

  void restoreIds(int block, long[] digests) {
    ids.restore(digests);
    blocks = Math.max(blocks, block + 1);
  }
}
