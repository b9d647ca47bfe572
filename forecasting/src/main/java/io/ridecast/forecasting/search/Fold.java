package io.ridecast.forecasting.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days to fit on and later days to judge by; a fold is never shuffled.
 *
 * @param lastFitted the last target day that is fitted on
 * @param last the last day that is judged; the first is the one after {@code lastFitted}
 */
record Fold(LocalDate lastFitted, LocalDate last) {
  /** Days that a fold is judged by. */
  static final int DAYS = 28;

  /** A season apart, so that no one season decides. */
  private static final int DAYS_BETWEEN = 119;

  private static final int MOST = 3;

  /** Target days that there have to be to fit on. */
  private static final int LEAST_FITTED_DAYS = 56;

  LocalDate first() {
    return lastFitted.plusDays(1);
  }

  /**
   * Up to three folds, the newest first; empty where the history is too short for one.
   *
   * @param firstTarget the first day that there are rows of
   * @param last the last day that the search may look at
   */
  static List<Fold> upTo(LocalDate firstTarget, LocalDate last) {
    List<Fold> folds = new ArrayList<>();
    LocalDate end = last;
    while (folds.size() < MOST
        && !end.minusDays(DAYS + LEAST_FITTED_DAYS - 1L).isBefore(firstTarget)) {
      folds.add(new Fold(end.minusDays(DAYS), end));
      end = end.minusDays(DAYS_BETWEEN);
    }
    return List.copyOf(folds);
  }
}
