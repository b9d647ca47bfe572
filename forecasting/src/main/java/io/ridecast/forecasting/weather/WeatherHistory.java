package io.ridecast.forecasting.weather;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /** What of it was issued before {@code instant}. */
  public WeatherHistory until(Instant instant) {
    Map<Long, IssuedReports> known = new HashMap<>();
    days.forEach((day, issued) -> known.put(day, issued.until(instant)));
    known.values().removeIf(IssuedReports::isEmpty);
    return new WeatherHistory(known);
  }

  /** The reports, by their days and then by the instants of their issues. */
  public List<WeatherReport> reports() {
    return new TreeMap<>(days)
        .entrySet().stream()
            .flatMap(day -> day.getValue().of(LocalDate.ofEpochDay(day.getKey())))
            .toList();
  }

  /** The days that were spoken of; empty when nothing was ever issued. */
  public Optional<WeatherSpan> span() {
    if (days.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new WeatherSpan(
            LocalDate.ofEpochDay(Collections.min(days.keySet())),
            LocalDate.ofEpochDay(Collections.max(days.keySet())),
            days.values().stream().mapToInt(IssuedReports::size).sum()));
  }

  /** The weather as it was known right before {@code instant}. */
  public KnownWeather before(Instant instant) {
    return epochDay -> {
      IssuedReports issued = days.get(epochDay);
      return issued == null ? WeatherMeasures.UNKNOWN : issued.before(instant);
    };
  }
}
