package io.ridecast.aggregator.days;

import java.util.Arrays;

/**
 * How many rides each community has on a day, how many of these are not written yet, and where in a
 * block their ids go. The three stand beside each other in one array, since each ride asks for all
 * of them: where there are many thousand zones, three arrays are three misses of the caches.
 */
final class CommunityRides {
  private static final int CELL = 4;
  private static final int ALL = 0;
  private static final int UNWRITTEN = 1;
  private static final int NEXT = 2;
  private static final int FEW = 8;

  private final int[] cells;
  private int[] grown = new int[FEW];
  private int size;

  CommunityRides(int communities) {
    this.cells = new int[communities * CELL];
  }

  /** How many rides a community has. */
  int of(int community) {
    return cells[community * CELL + ALL];
  }

  /** A community has one ride more, that is written already. */
  void restore(int community) {
    cells[community * CELL + ALL]++;
  }

  /** A community has one ride more. */
  void add(int community) {
    int cell = community * CELL;
    cells[cell + ALL]++;
    if (cells[cell + UNWRITTEN]++ == 0) {
      if (size == grown.length) {
        grown = Arrays.copyOf(grown, 2 * size);
      }
      grown[size++] = community;
    }
  }

  /** How many communities have rides that are not written. */
  int grown() {
    return size;
  }

  /**
   * One of these communities.
   *
   * @param index from 0, in the order in which they grew
   */
  int grown(int index) {
    return grown[index];
  }

  /** How many of a community's rides are not written. */
  int unwritten(int community) {
    return cells[community * CELL + UNWRITTEN];
  }

  /** The ids of a community's rides go into a block from there on. */
  void goTo(int community, int at) {
    cells[community * CELL + NEXT] = at;
  }

  /** Where the next of these ids goes. */
  int next(int community) {
    return cells[community * CELL + NEXT]++;
  }

  /** All rides are written. */
  void written() {
    for (int index = 0; index < size; index++) {
      cells[grown[index] * CELL + UNWRITTEN] = 0;
    }
    size = 0;
  }
}
