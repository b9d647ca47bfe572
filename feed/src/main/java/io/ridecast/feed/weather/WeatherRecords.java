package io.ridecast.feed.weather;

import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.WeatherKind;
import org.jspecify.annotations.Nullable;

/** Weather reports as records. */
public final class WeatherRecords {
  private WeatherRecords() {}

  /** A report as a record; what is not known is null. */
  public static DailyWeather of(WeatherReport report, WeatherKind kind) {
    WeatherMeasures measures = report.measures();
    return new DailyWeather(
        report.date(),
        report.issuedAt(),
        kind,
        known(measures.tmax()),
        known(measures.tmin()),
        known(measures.precipitation()),
        known(measures.wind()),
        known(measures.snow()));
  }

  private static @Nullable Double known(float measure) {
    return Float.isNaN(measure) ? null : Double.valueOf(Float.toString(measure));
  }
}
