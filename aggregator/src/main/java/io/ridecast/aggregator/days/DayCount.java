package io.ridecast.aggregator.days;

/**
 * One community's day on which somebody rode. The count is the number of its ids. It is that set
 * itself: where there are many thousand zones, each further object is a miss of the caches for each
 * ride.
 */
final class DayCount extends RideIds {
  private static final int NOT_FRESH = -1;

  private final int community;
  private final int day;
  private int freshPlace = NOT_FRESH;
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

  /** Whether it has a place in {@link FreshRides}. */
  boolean isFresh() {
    return freshPlace != NOT_FRESH;
  }

  int freshPlace() {
    return freshPlace;
  }

  void refresh(int place) {
    freshPlace = place;
  }

  void settle() {
    freshPlace = NOT_FRESH;
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
