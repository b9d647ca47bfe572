package io.ridecast.predictor.forecasts;

import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.records.ForecastDay;

/** What models forecast, as topics have it. */
public final class ForecastRecords {
  private ForecastRecords() {}

  /** A day. */
  public static ForecastDay day(DayForecast day) {
    return ForecastDay.newBuilder()
        .setDate(day.date())
        .setLead(day.lead())
        .setMean(day.mean())
        .setP10(day.p10())
        .setP50(day.p50())
        .setP90(day.p90())
        .build();
  }
}
