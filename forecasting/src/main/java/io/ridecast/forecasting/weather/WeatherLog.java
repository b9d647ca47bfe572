package io.ridecast.forecasting.weather;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes reports as they come, and tells what was issued so far. Thread-safe. */
public final class WeatherLog {
  private final Map<Long, IssuedReports> days = new HashMap<>();
  private @Nullable WeatherHistory told;

  /** Nothing was issued yet. */
  public WeatherLog() {}

  /** Takes in a report; one that is there already changes nothing. */
  public synchronized void accept(WeatherReport report) {
    days.merge(
        report.date().toEpochDay(),
        IssuedReports.none().and(report),
        (before, now) -> before.and(report));
    told = null;
  }

  /** All so far; the same object until another report comes. */
  public synchronized WeatherHistory history() {
    if (told == null) {
      told = days.isEmpty() ? WeatherHistory.none() : new WeatherHistory(Map.copyOf(days));
    }
    return told;
  }
}
