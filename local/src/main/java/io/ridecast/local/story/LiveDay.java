package io.ridecast.local.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * How a day came out beside what had been forecast for it.
 *
 * @param date the local day
 * @param rides rides counted
 * @param expected rides forecast; NaN if a community had no forecast
 * @param wape sum of the communities' absolute errors over the sum of their rides; NaN without
 *     rides
 */
public record LiveDay(LocalDate date, long rides, double expected, double wape) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ROOT);

  static LiveDay of(LocalDate date, DayBook days, ForecastBook forecasts) {
    Map<String, Integer> actual = days.ridesOf(date);
    Map<String, Double> expected = forecasts.expectedOn(date);
    long rides = actual.values().stream().mapToLong(Integer::longValue).sum();
    double sum = 0;
    double error = 0;
    for (Map.Entry<String, Integer> community : actual.entrySet()) {
      double forecast = expected.getOrDefault(community.getKey(), Double.NaN);
      sum += forecast;
      error += Math.abs(forecast - community.getValue());
    }
    return new LiveDay(date, rides, sum, rides == 0 ? Double.NaN : error / rides);
  }

  /** The day in a line. */
  public String line() {
    String counted = String.format(Locale.ROOT, "%s  %,7d rides", DAY.format(date), rides);
    if (Double.isNaN(wape)) {
      return counted;
    }
    return String.format(
        Locale.ROOT,
        "%s, forecast %,7.0f  (city off by %+.0f %%, a community by %.0f %%)",
        counted,
        expected,
        100 * (expected - rides) / rides,
        100 * wape);
  }
}
