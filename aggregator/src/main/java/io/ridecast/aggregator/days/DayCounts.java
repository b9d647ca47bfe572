package io.ridecast.aggregator.days;

import io.ridecast.records.DemandStatus;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A day of a partition on which somebody rode: for each community, by its place in the roster, how
 * many rides it has and what was last said of it.
 *
 * <p>Arrays and one set of ids for all communities, rather than an object and a set for each: where
 * there are many thousand zones, each of those is a miss of the caches for each ride. Here the slot
 * of its id is the only one.
 */
final class DayCounts {
  /** Odd, so that no two communities make the same of an id; not what stands for 0 among ids. */
  private static final long SPREAD = 0xD6E8FEB86659FD93L;

  private final int day;
  private final RideIds ids = new RideIds();
  private final int[] rides;
  private final @Nullable Publication[] published;
  private final BitSet noted = new BitSet();
  private final GrownCounts grown;

  /**
   * A day without rides yet.
   *
   * @param communities how many the roster has
   */
  DayCounts(int day, int communities) {
    this.day = day;
    this.rides = new int[communities];
    this.published = new Publication[communities];
    this.grown = new GrownCounts(communities);
  }

  int day() {
    return day;
  }

  /** Rides of all communities. */
  int rides() {
    return ids.size();
  }

  int rides(int community) {
    return rides[community];
  }

  /** Whether somebody rode in a community. */
  boolean has(int community) {
    return published[community] != null;
  }

  /** Somebody rode there. */
  void add(int community) {
    if (published[community] == null) {
      published[community] = Publication.NONE;
    }
  }

  /** The communities where somebody rode. */
  void forEach(IntConsumer action) {
    for (int community = 0; community < published.length; community++) {
      if (has(community)) {
        action.accept(community);
      }
    }
  }

  /** Counts a ride of a community that was added; false if one with this id is counted already. */
  boolean count(int community, long id) {
    boolean isNew = ids.add(id ^ community * SPREAD);
    if (isNew) {
      rides[community]++;
    }
    return isNew;
  }

  /** Which counts have rides that are not written yet. */
  GrownCounts grown() {
    return grown;
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
    add(community);
    if (publication.revision() > published(community).revision()) {
      publish(community, publication);
    }
  }

  /** A block tells a revision only: of a closed day all rides were published with it. */
  void restoreRidesOfClosedDay() {
    forEach(
        community -> {
          Publication last = published(community);
          if (last.status() != DemandStatus.OPEN) {
            publish(community, last.of(rides(community)));
          }
        });
  }

  /** What was said of a community's day is in the journal singly. */
  void note(int community) {
    noted.set(community);
  }

  /** The communities of which that is so. */
  IntStream noted() {
    return noted.stream();
  }
}
