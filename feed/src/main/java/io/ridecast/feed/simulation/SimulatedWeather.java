package io.ridecast.feed.simulation;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.weather.WeatherReport;
import io.ridecast.records.DailyWeather;
import io.ridecast.records.WeatherKind;
import io.ridecast.weather.WeatherRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the weather service of a simulated Chicago says: each evening a forecast of the next 7 days,
 * and late in the evening what the day was like. Forecasts err as real ones do: by 1.4 degrees on
 * the next day and 2.8 in a week, and they miss some rain and see some that does not come; from day
 * to day a forecast comes closer to what will be.
 */
public final class SimulatedWeather {
  /** Days that each forecast covers. */
  public static final int DAYS_AHEAD = 7;

  private static final int SPELL_ERROR = 11;
  private static final int WETNESS_ERROR = 12;
  private static final int GUST = 13;
  private static final int SNOW_DAYS = 25;
  private static final double FIRST_SPELL_ERROR = 0.28;
  private static final double NEXT_SPELL_ERROR = 0.2;
  private static final double FIRST_WETNESS_ERROR = 0.45;
  private static final double NEXT_WETNESS_ERROR = 0.3;
  private static final int FORECAST_HOUR = 18;
  private static final int OBSERVED_HOUR = 23;
  private static final double MM_OF_SNOW_PER_MM = 10;
  private static final double MELTS_A_DAY = 4;
  private static final double MELTS_PER_DEGREE = 15;

  private final long seed;
  private final CityWeather weather;
  private final ServiceDay days;

  /** The service of the city of that seed. */
  public SimulatedWeather(long seed, ServiceDay days) {
    this.seed = seed;
    this.weather = new CityWeather(seed);
    this.days = days;
  }

  /** All that is issued on the local days {@code first} to {@code last}, in order. */
  public List<WeatherReport> issuedOn(LocalDate first, LocalDate last) {
    List<WeatherReport> reports = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      reports.addAll(forecasts(day));
      reports.add(observed(day));
    }
    return reports;
  }

  /** All that is issued from {@code from} to before {@code until}, in order. */
  List<DailyWeather> issuedBetween(Instant from, Instant until) {
    List<DailyWeather> records = new ArrayList<>();
    LocalDate last = days.of(until);
    for (LocalDate day = days.of(from); !day.isAfter(last); day = day.plusDays(1)) {
      if (lies(hour(day, FORECAST_HOUR), from, until)) {
        forecasts(day)
            .forEach(report -> records.add(WeatherRecords.of(report, WeatherKind.FORECAST)));
      }
      if (lies(hour(day, OBSERVED_HOUR), from, until)) {
        records.add(WeatherRecords.of(observed(day), WeatherKind.OBSERVED));
      }
    }
    return records;
  }

  private static boolean lies(Instant instant, Instant from, Instant until) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  private WeatherReport observed(LocalDate day) {
    return new WeatherReport(
        day,
        hour(day, OBSERVED_HOUR),
        Climate.measures(day, weather.spell(day), weather.wetness(day), gust(day), snow(day)));
  }

  private List<WeatherReport> forecasts(LocalDate issuedOn) {
    List<WeatherReport> forecasts = new ArrayList<>();
    double snow = snow(issuedOn);
    for (int lead = 1; lead <= DAYS_AHEAD; lead++) {
      LocalDate day = issuedOn.plusDays(lead);
      double spell =
          weather.spell(day) + error(SPELL_ERROR, day, lead, FIRST_SPELL_ERROR, NEXT_SPELL_ERROR);
      double wetness =
          weather.wetness(day)
              + error(WETNESS_ERROR, day, lead, FIRST_WETNESS_ERROR, NEXT_WETNESS_ERROR);
      forecasts.add(
          new WeatherReport(
              day, hour(issuedOn, FORECAST_HOUR), Climate.measures(day, spell, wetness, 0, snow)));
    }
    return forecasts;
  }

  /** What is not yet known so many days ahead: each day that passes takes one part of it away. */
  private double error(int purpose, LocalDate day, int lead, double first, double next) {
    double error = 0;
    for (int ahead = 1; ahead <= lead; ahead++) {
      double size = ahead == 1 ? first : next;
      error += size * Seeds.random(seed, purpose, day.toEpochDay(), ahead).nextGaussian();
    }
    return error;
  }

  private double gust(LocalDate day) {
    return Seeds.random(seed, GUST, day.toEpochDay(), 0).nextGaussian();
  }

  /** What has fallen in the last weeks and has not melted. */
  private double snow(LocalDate day) {
    double depth = 0;
    for (int back = SNOW_DAYS; back >= 0; back--) {
      LocalDate past = day.minusDays(back);
      double tmax = Climate.tmax(past, weather.spell(past));
      depth += tmax < 1 ? MM_OF_SNOW_PER_MM * Climate.precipitation(weather.wetness(past)) : 0;
      depth = Math.max(0, depth - MELTS_A_DAY - MELTS_PER_DEGREE * Math.max(0, tmax));
    }
    return depth;
  }

  private Instant hour(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(days.zone()).toInstant();
  }
}
