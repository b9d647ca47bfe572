package io.ridecast.feed.simulation;

import java.time.LocalDate;

/**
 * The course of the year: a cosine on the log scale, highest in late July, lowest in late January
 * at 12 % of that. Its mean over a year is 1.
 */
final class Season {
  private static final int PEAK_DAY_OF_YEAR = 206;
  private static final double WINTER_TO_SUMMER = 0.12;
  private static final double DAYS = 365.25;
  private static final double AMPLITUDE = -Math.log(WINTER_TO_SUMMER) / 2;
  private static final double MEAN = mean();

  private Season() {}

  /** The factor of a day. */
  static double factor(LocalDate date) {
    return shape(date.getDayOfYear()) / MEAN;
  }

  private static double shape(int dayOfYear) {
    return Math.exp(AMPLITUDE * Math.cos(2 * Math.PI * (dayOfYear - PEAK_DAY_OF_YEAR) / DAYS));
  }

  private static double mean() {
    double sum = 0;
    for (int day = 1; day <= 365; day++) {
      sum += shape(day);
    }
    return sum / 365;
  }
}
