package io.ridecast.forecasting.calibration;

import io.ridecast.forecasting.model.DayForecast;
import java.time.LocalDate;
import java.util.List;

/**
 * The city's intervals around the sum of its communities' means. Quantiles of communities cannot be
 * summed: how much of their errors is shared is only seen in the totals.
 *
 * @param perRide interval of a total whose forecast mean is 1, of the leads from 1 on; a further
 *     lead takes the last one's
 */
public record CityCalibration(List<TotalInterval> perRide) {
  /** Takes a copy. */
  public CityCalibration {
    perRide = List.copyOf(perRide);
    if (perRide.isEmpty()) {
      throw new IllegalArgumentException("a city's calibration holds at least one lead");
    }
  }

  /**
   * The city's forecast of a day. Its median is the mean, kept within the interval: a total of many
   * is hardly skewed, and the median of the last days' ratios chases what has passed.
   *
   * @param mean sum of the communities' means, in rides
   */
  public DayForecast forecast(LocalDate day, int lead, double mean) {
    TotalInterval interval = perRide.get(Math.min(lead, perRide.size()) - 1).times(mean);
    return new DayForecast(day, lead, mean, interval.low(), interval.within(mean), interval.high());
  }
}
