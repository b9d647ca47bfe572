package io.ridecast.predictor.forecasts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ridecast.records.Forecast;

/** Counts what comes out, and what came in that is no forecast's business. */
public final class ForecastMetrics {
  private final MeterRegistry meters;

  public ForecastMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Counts a forecast. */
  public void made(Forecast forecast) {
    Counter.builder("ridecast.forecasts")
        .description("Forecasts made, by what made them and how far they can be relied on")
        .tag("trigger", forecast.getTrigger().name())
        .tag("quality", forecast.getQuality().name())
        .register(meters)
        .increment();
  }

  void ignored(String reason) {
    Counter.builder("ridecast.demand.ignored")
        .description("Records of daily-demand that belong to no forecast")
        .tag("reason", reason)
        .register(meters)
        .increment();
  }
}
