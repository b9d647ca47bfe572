package io.ridecast.forecasting.boosting;

import java.util.List;

/**
 * Leads whose trees are grown together.
 *
 * @param first lead, in days
 * @param last lead, included
 */
record LeadSpan(int first, int last) {
  /**
   * All of them, the nearest first. What the last day says of tomorrow it does not say of a week
   * ahead, and trees that see both learn neither: tomorrow has trees of its own, and the days that
   * only bridge an outage do not take part in those of the days before.
   */
  static final List<LeadSpan> ALL =
      List.of(new LeadSpan(1, 1), new LeadSpan(2, 3), new LeadSpan(4, Integer.MAX_VALUE));

  boolean holds(int lead) {
    return lead >= first && lead <= last;
  }

  /** The value between the leads before this span and its own. */
  double threshold() {
    return first - 0.5;
  }
}
