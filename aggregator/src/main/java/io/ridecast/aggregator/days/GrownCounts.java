package io.ridecast.aggregator.days;

import java.util.Arrays;

/**
 * The counts of a day that have more rides than are written, in the order in which they grew, and
 * where in a block the ids of these rides go.
 */
final class GrownCounts {
  private static final int FEW = 8;

  private final int[] rides;
  private final int[] next;
  private int[] communities = new int[FEW];
  private int size;

  GrownCounts(int communities) {
    this.rides = new int[communities];
    this.next = new int[communities];
  }

  /** A community has one ride more. */
  void grow(int community) {
    if (rides[community]++ == 0) {
      if (size == communities.length) {
        communities = Arrays.copyOf(communities, 2 * size);
      }
      communities[size++] = community;
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many communities there are. */
  int size() {
    return size;
  }

  /** One of them, from 0. */
  int community(int index) {
    return communities[index];
  }

  /** How many of a community's rides are not written. */
  int rides(int community) {
    return rides[community];
  }

  /** The ids of a community's rides go into a block from there on. */
  void goTo(int community, int at) {
    next[community] = at;
  }

  /** Where the next of these ids goes. */
  int next(int community) {
    return next[community]++;
  }

  /** They are written. */
  void clear() {
    for (int index = 0; index < size; index++) {
      rides[communities[index]] = 0;
    }
    size = 0;
  }
}
