package io.ridecast.aggregator.days;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The rides counted since the last write, as they came. One log for all counts, because a pack has
 * rides of hundreds or thousands of them: a list at each would be made, missed in the caches and
 * thrown away for two rides or three.
 */
final class FreshRides {
  private static final int FEW = 16;

  private final List<DayCount> counts = new ArrayList<>();
  private int[] ridesAt = new int[FEW];
  private int[] places = new int[FEW];
  private long[] ids = new long[FEW];
  private int size;

  /** Takes down that the ride with this id was counted. */
  void add(DayCount count, long id) {
    if (!count.isFresh()) {
      place(count);
    }
    if (size == ids.length) {
      places = Arrays.copyOf(places, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ridesAt[count.freshPlace()]++;
    places[size] = count.freshPlace();
    ids[size++] = id;
  }

  /** How many rides there are. */
  int size() {
    return size;
  }

  /** The counts that they belong to; a count's index is its place. */
  List<DayCount> counts() {
    return Collections.unmodifiableList(counts);
  }

  /** How many of the rides are of the count at a place. */
  int ridesAt(int place) {
    return ridesAt[place];
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
    size = 0;
  }

  private void place(DayCount count) {
    int place = counts.size();
    if (place == ridesAt.length) {
      ridesAt = Arrays.copyOf(ridesAt, 2 * place);
    }
    ridesAt[place] = 0;
    counts.add(count);
    count.refresh(place);
  }

  /** Takes a ride: its count's place and its id. */
  interface Action {
    void ride(int place, long id);
  }
}
