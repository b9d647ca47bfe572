package io.ridecast.feed.weather;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.weather.WeatherFile;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.WeatherKind;
import io.ridecast.weather.WeatherRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A weather file as records. What was issued before its day was over is a forecast, what was issued
 * then or later an observation. In a file that does not say when its rows were issued, days before
 * today were observed, known in the last second of each; today and the days to come are a forecast
 * issued now.
 */
public final class WeatherRows {
  private final ServiceDay days;
  private final Instant now;

  /**
   * Reads files at one instant.
   *
   * @param days local days
   */
  public WeatherRows(ServiceDay days, Instant now) {
    this.days = days;
    this.now = now;
  }

  /**
   * The file's rows, in their order.
   *
   * @throws io.ridecast.forecasting.weather.InvalidWeather naming line and column
   */
  public List<DailyWeather> of(Path path) {
    WeatherFile file = WeatherFile.read(path, days);
    return file.reports(this::issue).stream()
        .map(report -> WeatherRecords.of(report, kind(report)))
        .toList();
  }

  private Instant issue(LocalDate date) {
    return isOver(date) ? lastSecond(date) : now;
  }

  private WeatherKind kind(WeatherReport report) {
    return report.issuedAt().isBefore(lastSecond(report.date()))
        ? WeatherKind.FORECAST
        : WeatherKind.OBSERVED;
  }

  private boolean isOver(LocalDate date) {
    return !days.end(date).isAfter(now);
  }

  private Instant lastSecond(LocalDate date) {
    return days.end(date).minusSeconds(1);
  }
}
