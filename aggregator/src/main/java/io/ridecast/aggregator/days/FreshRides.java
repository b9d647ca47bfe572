package io.ridecast.aggregator.days;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The rides taken in since the last write, as they came. They are put into their counts at once, in
 * a loop that does nothing else: where there are many thousand zones, each ride's ids are in no
 * cache, and in such a loop the processor waits for those of several rides at a time.
 *
 * <p>One log for all counts, because a pack has rides of hundreds or thousands of them: a list at
 * each would be made and thrown away for two rides or three.
 */
final class FreshRides {
  private static final int FEW = 16;

  private final List<DayCount> counts = new ArrayList<>();
  private final List<DayCount> grown = new ArrayList<>();
  private int[] newAt = new int[FEW];
  private int[] places = new int[FEW];
  private long[] ids = new long[FEW];
  private int size;

  /** Takes a ride with this id in. */
  void take(DayCount count, long id) {
    if (!count.isFresh()) {
      place(count);
    }
    if (size == ids.length) {
      places = Arrays.copyOf(places, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
    }
    places[size] = count.freshPlace();
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
      int place = places[ride];
      long id = ids[ride];
      DayCount count = counts.get(place);
      if (count.add(id)) {
        if (newAt[place]++ == 0) {
          grown.add(count);
        }
        places[size] = place;
        ids[size++] = id;
      }
    }
    return new Written(size, taken - size);
  }

  /** How many rides there are. */
  int size() {
    return size;
  }

  /** The counts that have more rides now, each once. */
  List<DayCount> grown() {
    return Collections.unmodifiableList(grown);
  }

  /** How many of the rides are of a count. */
  int of(DayCount count) {
    return newAt[count.freshPlace()];
  }

  /** How many places there are: more than any count's. */
  int places() {
    return counts.size();
  }

  /** Shows the rides in the order in which they came. */
  void forEach(Action action) {
    for (int ride = 0; ride < size; ride++) {
      action.ride(places[ride], ids[ride]);
    }
  }

  /** They are written. */
  void clear() {
    counts.forEach(DayCount::settle);
    counts.clear();
    grown.clear();
    size = 0;
  }

  private void place(DayCount count) {
    int place = counts.size();
    if (place == newAt.length) {
      newAt = Arrays.copyOf(newAt, 2 * place);
    }
    newAt[place] = 0;
    counts.add(count);
    count.refresh(place);
  }

  /** Takes a ride: its count's place and its id. */
  interface Action {
    void ride(int place, long id);
  }
}
