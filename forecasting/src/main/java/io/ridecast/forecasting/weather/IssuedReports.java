package io.ridecast.forecasting.weather;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  boolean isEmpty() {
    return issued.isEmpty();
  }

  int size() {
    return issued.size();
  }

  /** Those that were issued before {@code instant}. */
  IssuedReports until(Instant instant) {
    return new IssuedReports(new TreeMap<>(issued.headMap(instant, false)));
  }

  /** The reports, by the instant of their issue. */
  Stream<WeatherReport> of(LocalDate date) {
    return issued.entrySet().stream()
        .map(report -> new WeatherReport(date, report.getKey(), report.getValue()));
  }

  /** What was issued last before {@code instant}. */
  WeatherMeasures before(Instant instant) {
    Map.Entry<Instant, WeatherMeasures> newest = issued.lowerEntry(instant);
    return newest == null ? WeatherMeasures.UNKNOWN : newest.getValue();
  }
}
