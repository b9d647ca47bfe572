package io.ridecast.forecasting.model;

import io.ridecast.forecasting.series.DemandSeries;

/**
 * The last 4 known days of a day's weekday, out of 8 weeks; without any, the last 28 days. What a
 * forecast can rest on that has learnt nothing.
 */
final class SameWeekdays {
  private static final int MOST = 4;
  private static final int WEEKS_BACK = 8;
  private static final int RECENT_DAYS = 28;
  private static final double NORMAL_P90 = 1.2816;

  private int count;
  private double sum;
  private double squares;

  private SameWeekdays() {}

  /** Those before the day {@code lead} days after {@code origin}, an epoch day. */
  static SameWeekdays before(DemandSeries demand, long origin, int lead) {
    SameWeekdays days = new SameWeekdays();
    for (int week = 1; week <= WEEKS_BACK && days.count < MOST; week++) {
      days.add(demand, origin + lead - 7L * week);
    }
    return days.count > 0 ? days : recent(demand, origin);
  }

  private static SameWeekdays recent(DemandSeries demand, long origin) {
    SameWeekdays days = new SameWeekdays();
    for (int back = 0; back < RECENT_DAYS; back++) {
      days.add(demand, origin - back);
    }
    return days;
  }

  /** Their mean, in rides; 0 without any. */
  double mean() {
    return count == 0 ? 0 : sum / count;
  }

  /** From the mean to the P90, in rides: a Poisson count's, or theirs where that is wider. */
  double side(double mean) {
    double variance = count < 2 ? 0 : Math.max(0, (squares - sum * sum / count) / (count - 1));
    return NORMAL_P90 * Math.sqrt(Math.max(mean, variance));
  }

  private void add(DemandSeries demand, long epochDay) {
    float rides = demand.at(epochDay);
    if (!Float.isNaN(rides)) {
      count++;
      sum += rides;
      squares += (double) rides * rides;
    }
  }
}
