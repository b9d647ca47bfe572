package io.ridecast.forecasting.weather;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What was issued about one day, by the instant of its issue. Immutable. */
final class IssuedReports {
  private static final IssuedReports NONE = new IssuedReports(new TreeMap<>());

  private final NavigableMap<Instant, WeatherMeasures> issued;

  private IssuedReports(NavigableMap<Instant, WeatherMeasures> issued) {
    this.issued = issued;
  }

  static IssuedReports none() {
    return NONE;
  }

  IssuedReports and(WeatherReport report) {
    NavigableMap<Instant, WeatherMeasures> more = new TreeMap<>(issued);
    more.put(report.issuedAt(), report.measures());
    return new IssuedReports(more);
  }

  /** What was issued last before {@code instant}. */
  WeatherMeasures before(Instant instant) {
    Map.Entry<Instant, WeatherMeasures> newest = issued.lowerEntry(instant);
    return newest == null ? WeatherMeasures.UNKNOWN : newest.getValue();
  }
}
