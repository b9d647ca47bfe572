package io.ridecast.forecasting.calibration;

import io.ridecast.forecasting.measures.Quantile;
import io.ridecast.forecasting.model.DayForecast;
import java.util.Comparator;
import java.util.List;

/**
 * How far three consecutive days came out from their forecasts, the three of one origin kept
 * together: a day that is busier than forecast is often followed by another, but not always. So the
 * P90s of days must not be summed, their sum is exceeded far less often than once in ten times;
 * sums drawn from these errors are right. Errors are in units of the forecast's own interval, so
 * that those of one community serve for all of its size.
 *
 * @param groups from the smallest communities to the largest, at least one
 */
public record JointErrors(List<Group> groups) {
  /** Days whose errors are kept together. */
  public static final int DAYS = 3;

  /**
   * Communities of one size.
   *
   * @param upTo the greatest sum of the three days' means in it, in rides
   * @param errors by origin and community; each of three days, in their order
   */
  public record Group(double upTo, List<List<Float>> errors) {
    /** Takes a copy. */
    public Group {
      errors = errors.stream().map(List::copyOf).toList();
      if (errors.isEmpty() || errors.stream().anyMatch(days -> days.size() != DAYS)) {
        throw new IllegalArgumentException("a group holds errors of " + DAYS + " days each");
      }
    }
  }

  /** Takes a copy, in the order of size. */
  public JointErrors {
    groups = groups.stream().sorted(Comparator.comparingDouble(Group::upTo)).toList();
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("joint errors hold at least one group");
    }
  }

  /**
   * The number of rides that the sum of {@code days} exceeds with a probability of 1 - level.
   *
   * @param days a forecast's three days
   * @param level between 0 and 1
   */
  public double sumQuantile(List<DayForecast> days, double level) {
    return Quantile.of(sums(days), level);
  }

  /** What the sum of {@code days} would be with each of the errors of their size, in rides. */
  public double[] sums(List<DayForecast> days) {
    List<List<Float>> errors = errors(days.stream().mapToDouble(DayForecast::mean).sum());
    double[] sums = new double[errors.size()];
    for (int sample = 0; sample < sums.length; sample++) {
      for (int day = 0; day < days.size(); day++) {
        sums[sample] += DayError.rides(days.get(day), errors.get(sample).get(day));
      }
    }
    return sums;
  }

  private List<List<Float>> errors(double mean) {
    return groups.stream()
        .filter(group -> mean <= group.upTo)
        .findFirst()
        .orElse(groups.get(groups.size() - 1))
        .errors;
  }
}
