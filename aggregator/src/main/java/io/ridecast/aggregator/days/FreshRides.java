package io.ridecast.aggregator.days;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The rides taken in since the last write, as they came. They are put into their counts at once, in
 * a loop that does nothing else: where there are many thousand zones, the ids of a day are in no
 * cache, and in such a loop the processor waits for those of several rides at a time. So the ids
 * are not looked at before.
 */
final class FreshRides {
  private static final int FEW = 16;

  private final List<DayCounts> grown = new ArrayList<>();
  private DayCounts[] days = new DayCounts[FEW];
  private int[] communities = new int[FEW];
  private long[] ids = new long[FEW];
  private int size;

  /** Takes a ride with this id in. */
  void take(DayCounts day, int community, long id) {
    if (size == ids.length) {
      days = Arrays.copyOf(days, 2 * size);
      communities = Arrays.copyOf(communities, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
    }
    days[size] = day;
    communities[size] = community;
    ids[size++] = id;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Puts the rides into their counts; those that were in them already are not fresh any more. */
  Written count() {
    int taken = size;
    size = 0;
    for (int ride = 0; ride < taken; ride++) {
      DayCounts day = days[ride];
      int community = communities[ride];
      long id = ids[ride];
      boolean isWritten = day.rides().grown() == 0;
      if (day.count(community, id)) {
        if (isWritten) {
          grown.add(day);
        }
        days[size] = day;
        communities[size] = community;
        ids[size++] = id;
      }
    }
    grown.sort(Comparator.comparingInt(DayCounts::day));
    return new Written(size, taken - size);
  }

  /** How many rides there are. */
  int size() {
    return size;
  }

  /** The days that have more rides now, in order. */
  List<DayCounts> grown() {
    return Collections.unmodifiableList(grown);
  }

  /** Shows the rides in the order in which they came. */
  void forEach(Action action) {
    for (int ride = 0; ride < size; ride++) {
      action.ride(days[ride], communities[ride], ids[ride]);
    }
  }

  /** They are written. No day is held on to: it may be forgotten, and its ids are many. */
  void clear() {
    Arrays.fill(days, null);
    grown.forEach(day -> day.rides().written());
    grown.clear();
    size = 0;
  }

  /** Takes a ride: its day, its community's place and its id. */
  interface Action {
    void ride(DayCounts day, int community, long id);
  }
}
