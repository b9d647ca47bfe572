package io.ridecast.forecasting.measures;

import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;

/**
 * The baseline that every model has to beat: tomorrow is like the newest known same weekday
 * (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed., 5.2, season of 7
 * days).
 */
public final class SeasonalNaive {
  private static final int WEEKS_BACK = 8;

  private SeasonalNaive() {}

  /**
   * The forecast for the day {@code lead} days after {@code origin}: the count 7 days before it, or
   * the newest known one further weeks back; NaN where 8 weeks hold none.
   */
  public static double forecast(DemandSeries demand, LocalDate origin, int lead) {
    long target = origin.toEpochDay() + lead;
    int weeks = (lead + 6) / 7;
    for (int week = weeks; week < weeks + WEEKS_BACK; week++) {
      float rides = demand.at(target - 7L * week);
      if (!Float.isNaN(rides)) {
        return rides;
      }
    }
    return Double.NaN;
  }
}
