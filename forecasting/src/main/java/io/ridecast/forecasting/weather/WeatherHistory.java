package io.ridecast.forecasting.weather;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** All that was issued about the weather, and when. Immutable. */
public final class WeatherHistory {
  private static final WeatherHistory NONE = new WeatherHistory(Map.of());

  private final Map<Long, IssuedReports> days;

  WeatherHistory(Map<Long, IssuedReports> days) {
    this.days = days;
  }

  /** Nothing was ever issued. */
  public static WeatherHistory none() {
    return NONE;
  }

  /** Reports in any order; of two for the same day and instant the later one holds. */
  public static WeatherHistory of(Collection<WeatherReport> reports) {
    WeatherLog log = new WeatherLog();
    reports.forEach(log::accept);
    return log.history();
  }

  /** Whether nothing was ever issued. */
  public boolean isEmpty() {
    return days.isEmpty();
  }

  /** The weather as it was known right before {@code instant}. */
  public KnownWeather before(Instant instant) {
    return epochDay -> {
      IssuedReports issued = days.get(epochDay);
      return issued == null ? WeatherMeasures.UNKNOWN : issued.before(instant);
    };
  }
}
