package io.ridecast.weather;

import io.ridecast.forecasting.weather.WeatherMeasures;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.WeatherKind;
import org.jspecify.annotations.Nullable;

/** Weather reports as records, and back; what is not known is null in a record. */
public final class WeatherRecords {
  private WeatherRecords() {}

  /** A report as a record. */
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

  /** A record as a report. Models make no difference between its kinds. */
  public static WeatherReport report(DailyWeather day) {
    return new WeatherReport(
        day.getDate(),
        day.getIssuedAt(),
        WeatherMeasures.of(
            day.getTmax(), day.getTmin(), day.getPrecipitation(), day.getWind(), day.getSnow()));
  }

  private static @Nullable Double known(float measure) {
    return Float.isNaN(measure) ? null : Double.valueOf(Float.toString(measure));
  }
}
