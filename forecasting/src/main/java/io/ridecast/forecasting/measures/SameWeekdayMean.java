package io.ridecast.forecasting.measures;

import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;

/** A baseline that planners use: the mean of the last 4 known same weekdays, out of 8 weeks. */
public final class SameWeekdayMean {
  private static final int SAME_WEEKDAYS = 4;
  private static final int WEEKS_BACK = 8;

  private SameWeekdayMean() {}

  /** The forecast for the day {@code lead} days after {@code origin}; NaN without any such day. */
  public static double forecast(DemandSeries demand, LocalDate origin, int lead) {
    long target = origin.toEpochDay() + lead;
    double sum = 0;
    int count = 0;
    int first = (lead + 6) / 7;
    for (int week = first; week < first + WEEKS_BACK && count < SAME_WEEKDAYS; week++) {
      float rides = demand.at(target - 7L * week);
      if (!Float.isNaN(rides)) {
        sum += rides;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
