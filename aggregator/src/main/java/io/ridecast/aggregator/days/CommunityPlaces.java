package io.ridecast.aggregator.days;

import java.util.Arrays;

/**
 * Where the communities of these numbers stand in a row: a table by number, in pages, so that
 * numbers may be large and far apart. It is asked for each ride, and where there are many thousand
 * communities the answer is in no near cache: a table that has to be searched would have the
 * processor guess how the search goes on, and throw away what it did beyond a wrong guess.
 */
final class CommunityPlaces {
  static final int NOT_HERE = -1;

  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int[] EMPTY = emptyPage();

  private final int[][] pages;

  /**
   * A table of these.
   *
   * @param numbers each at least 1; a number's place is its index
   */
  CommunityPlaces(int[] numbers) {
    int largest = Arrays.stream(numbers).max().orElse(0);
    this.pages = new int[page(largest) + 1][];
    Arrays.fill(pages, EMPTY);
    for (int place = 0; place < numbers.length; place++) {
      int page = page(numbers[place]);
      if (pages[page] == EMPTY) {
        pages[page] = emptyPage();
      }
      pages[page][numbers[place] & (PAGE - 1)] = place;
    }
  }

  /** The place of a number; {@link #NOT_HERE} if it has none. */
  int of(int number) {
    int page = page(number);
    return page < pages.length ? pages[page][number & (PAGE - 1)] : NOT_HERE;
  }

  /** A number below 0 is on a page behind all others. */
  private static int page(int number) {
    return number >>> PAGE_BITS;
  }

  private static int[] emptyPage() {
    int[] page = new int[PAGE];
    Arrays.fill(page, NOT_HERE);
    return page;
  }
}
