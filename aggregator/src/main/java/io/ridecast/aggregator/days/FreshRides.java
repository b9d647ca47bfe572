package io.ridecast.aggregator.days;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The rides taken in since the last write, as they came. They are put into their counts at once, in
 * a loop that does nothing else: where there are many thousand zones, neither a ride's count nor
 * its ids are in any cache, and in such a loop the processor waits for those of several rides at a
 * time. So a count is not looked at before.
 *
 * <p>One log for all counts, because a pack has rides of hundreds or thousands of them: a list at
 * each would be made and thrown away for two rides or three.
 */
final class FreshRides {
  private static final int FEW = 16;
  private static final Comparator<DayCount> BY_DAY = Comparator.comparingInt(DayCount::day);

  private final List<DayCount> grown = new ArrayList<>();
  private final List<List<DayCount>> grownByDay = new ArrayList<>();
  private DayCount[] counts = new DayCount[FEW];
  private long[] ids = new long[FEW];
  private int size;

  /** Takes a ride with this id in. */
  void take(DayCount count, long id) {
    if (size == ids.length) {
      counts = Arrays.copyOf(counts, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
    }
    counts[size] = count;
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
      DayCount count = counts[ride];
      long id = ids[ride];
      if (count.add(id)) {
        if (count.grow() == 1) {
          grown.add(count);
        }
        counts[size] = count;
        ids[size++] = id;
      }
    }
    split();
    return new Written(size, taken - size);
  }

  /** How many rides there are. */
  int size() {
    return size;
  }

  /** The counts that have more rides now, each once: those of a day together, the days in order. */
  List<List<DayCount>> grownByDay() {
    return Collections.unmodifiableList(grownByDay);
  }

  /** Shows the rides in the order in which they came. */
  void forEach(Action action) {
    for (int ride = 0; ride < size; ride++) {
      action.ride(counts[ride], ids[ride]);
    }
  }

  /** They are written. No count is held on to: its day may be forgotten, and its ids are many. */
  void clear() {
    Arrays.fill(counts, null);
    grown.forEach(DayCount::settle);
    grown.clear();
    grownByDay.clear();
    size = 0;
  }

  private void split() {
    grown.sort(BY_DAY);
    int from = 0;
    for (int at = 1; at <= grown.size(); at++) {
      if (at == grown.size() || grown.get(at).day() != grown.get(from).day()) {
        grownByDay.add(grown.subList(from, at));
        from = at;
      }
    }
  }

  /** Takes a ride: its count and its id. */
  interface Action {
    void ride(DayCount count, long id);
  }
}
