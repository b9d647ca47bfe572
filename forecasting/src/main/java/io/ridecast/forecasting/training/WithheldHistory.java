package io.ridecast.forecasting.training;

import io.ridecast.forecasting.series.ColdStart;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Histories as they would be had a community opened, or opened again, a few days before an origin:
 * what a model learns cold starts from, and its intervals are calibrated on.
 */
final class WithheldHistory {
  /** One in so many had been open before, and closed for two to seven months. */
  private static final int REOPENED_ONE_IN = 3;

  private static final int SHORTEST_CLOSURE = ColdStart.WINDOW_DAYS;
  private static final int LONGEST_CLOSURE = 210;
  private static final int FIRST_WEEK = 6;

  private WithheldHistory() {}

  /**
   * {@code demand} with none, one to six, or seven and more of its last days, each a third of the
   * time; without what lies before them, or before that with a gap of months.
   *
   * @param random decides, with the same number of draws each time
   */
  static DemandSeries of(DemandSeries demand, LocalDate origin, SplittableRandom random) {
    int days = days(random);
    boolean reopened = random.nextInt(REOPENED_ONE_IN) == 0;
    int closure = random.nextInt(SHORTEST_CLOSURE, LONGEST_CLOSURE + 1);
    return reopened ? reopened(demand, origin, days, closure) : lastDays(demand, origin, days);
  }

  /** {@code demand} as if it had begun so many days before the end of {@code origin}. */
  static DemandSeries lastDays(DemandSeries demand, LocalDate origin, int days) {
    return without(demand, demand.first(), origin.minusDays(days));
  }

  /** {@code demand} as if, so many days before the end of {@code origin}, a closure had ended. */
  static DemandSeries reopened(DemandSeries demand, LocalDate origin, int days, int closure) {
    LocalDate last = origin.minusDays(days);
    return without(demand, last.minusDays(closure - 1L), last);
  }

  private static int days(SplittableRandom random) {
    int group = random.nextInt(3);
    int some = random.nextInt(1, FIRST_WEEK + 1);
    int many = random.nextInt(FIRST_WEEK + 1, ColdStart.SEASONED_DAYS);
    return group == 0 ? 0 : group == 1 ? some : many;
  }

  private static DemandSeries without(DemandSeries demand, LocalDate from, LocalDate to) {
    float[] rides = demand.window(demand.first().toEpochDay(), demand.length());
    long first = Math.max(0, from.toEpochDay() - demand.first().toEpochDay());
    long end = Math.min(rides.length, to.toEpochDay() - demand.first().toEpochDay() + 1);
    if (first < end) {
      Arrays.fill(rides, (int) first, (int) end, Float.NaN);
    }
    return DemandSeries.of(demand.first(), rides);
  }
}
