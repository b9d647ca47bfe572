package io.ridecast.aggregator.days;

import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A day of a partition on which somebody rode: for each community, by its place in the roster, how
 * many rides it has and what was last said of it.
 *
 * <p>Arrays and one set of ids for all communities, rather than an object and a set for each: where
 * there are many thousand zones, each of those is a miss of the caches for each ride.
 */
final class DayCounts {
  /** Odd, so that no two communities make the same of an id; not what stands for 0 among ids. */
  private static final long SPREAD = 0xD6E8FEB86659FD93L;

  private final int day;
  private final int served;
  private final RideIds ids = new RideIds();
  private final CommunityRides rides;
  private final @Nullable Publication[] published;
  private final BitSet noted = new BitSet();
  private boolean closingNoted;

  /**
   * A day without rides yet.
   *
   * @param communities how many the roster has
   * @param served in how many of them scooters stand on this day
   */
  DayCounts(int day, int communities, int served) {
    this.day = day;
    this.served = served;
    this.rides = new CommunityRides(communities);
    this.published = new Publication[communities];
  }

  int day() {
    return day;
  }

  /** In how many communities scooters stand on this day. */
  int served() {
    return served;
  }

  /** Rides of all communities. */
  int total() {
    return ids.size();
  }

  /** Rides of each community. */
  CommunityRides rides() {
    return rides;
  }

  int rides(int community) {
    return rides.of(community);
  }

  /**
   * Whether it is known that a ride of this community counts, if its id is new: because scooters
   * stand everywhere on this day, which is asked first as it touches nothing of the community, or
   * because some did count.
   */
  boolean accepts(int community) {
    return isServedEverywhere() || rides(community) > 0;
  }

  /** Whether scooters stand in all communities on this day. */
  boolean isServedEverywhere() {
    return served == published.length;
  }

  /** The communities where somebody rode. */
  void forEach(IntConsumer action) {
    for (int community = 0; community < published.length; community++) {
      if (rides(community) > 0) {
        action.accept(community);
      }
    }
  }

  /** Counts a ride; false if one with this id is counted in this community already. */
  boolean count(int community, long id) {
    boolean isNew = ids.add(distinct(community, id));
    if (isNew) {
      rides.add(community);
    }
    return isNew;
  }

  /** Takes back a ride that is written. */
  void restore(int community, long id) {
    if (ids.add(distinct(community, id))) {
      rides.restore(community);
    }
  }

  /** What was last said of a community's day; revision 0 if nothing was. */
  Publication published(int community) {
    Publication last = published[community];
    return last == null ? Publication.NONE : last;
  }

  void publish(int community, Publication publication) {
    published[community] = publication;
  }

  /** Takes back what was said of a community's day, unless something later is known already. */
  void restore(int community, Publication publication) {
    if (publication.revision() > published(community).revision()) {
      publish(community, publication);
    }
  }

  /** What was said of a community's day is in the journal singly. */
  void note(int community) {
    noted.set(community);
  }

  /** The communities of which that is so. */
  IntStream noted() {
    return noted.stream();
  }

  /**
   * What was said at the close is in the journal as far as it was no {@link
   * Publication#isPlainClose plain close}.
   */
  void noteClosing() {
    closingNoted = true;
  }

  /** Whether something was. */
  boolean isClosingNoted() {
    return closingNoted;
  }

  private static long distinct(int community, long id) {
    return id ^ community * SPREAD;
  }
}
