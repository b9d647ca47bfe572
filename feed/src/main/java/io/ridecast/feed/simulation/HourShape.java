package io.ridecast.feed.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** When in the day rides begin: two commutes on a working day, a long afternoon on the others. */
final class HourShape {
  private static final HourShape WORKING =
      new HourShape(
          8, 5, 3, 2, 3, 9, 22, 42, 55, 42, 38, 45, 55, 57, 58, 66, 82, 100, 92, 72, 52, 40, 28,
          16);
  private static final HourShape FREE =
      new HourShape(
          20, 16, 11, 5, 3, 4, 9, 18, 32, 50, 68, 82, 92, 97, 100, 99, 95, 89, 80, 67, 53, 44, 37,
          28);

  private final double[] until = new double[24];

  private HourShape(int... weights) {
    double sum = 0;
    for (int hour = 0; hour < until.length; hour++) {
      sum += weights[hour];
      until[hour] = sum;
    }
    for (int hour = 0; hour < until.length; hour++) {
      until[hour] /= sum;
    }
  }

  /** The shape of a day. */
  static HourShape of(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? FREE : WORKING;
  }

  /**
   * How much of the day has passed when a share of its rides has begun.
   *
   * @param share from 0 to below 1
   * @return from 0 to below 1
   */
  double passed(double share) {
    int hour = 0;
    while (hour < until.length - 1 && share >= until[hour]) {
      hour++;
    }
    double from = hour == 0 ? 0 : until[hour - 1];
    double within = Math.min((share - from) / (until[hour] - from), 0.999_999);
    return (hour + within) / until.length;
  }
}
