package io.ridecast.aggregator.days;

/**
 * One community's day on which somebody rode. The count is the number of its ids. It is that set
 * itself: where there are many thousand zones, each further object is a miss of the caches for each
 * ride.
 */
final class DayCount extends RideIds {
  private final int community;
  private final int day;
  private int fresh;
  private int nextPlace;
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
    return size();
  }

  /** How many of its rides are not written yet. */
  int fresh() {
    return fresh;
  }

  /** It has one of those more; how many it has now. */
  int grow() {
    return ++fresh;
  }

  /** They are written. */
  void settle() {
    fresh = 0;
  }

  /** The ids of those go into a block from this place on. */
  void goesTo(int place) {
    nextPlace = place;
  }

  /** Where the next of those ids goes. */
  int nextPlace() {
    return nextPlace++;
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
}
