package io.ridecast.forecasting.circumstances;

import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.forecasting.holidays.EventCalendar;
import io.ridecast.forecasting.weather.WeatherHistory;
import io.ridecast.forecasting.weather.WeatherLog;
import io.ridecast.forecasting.weather.WeatherReport;

/** Circumstances of a service that hears of the weather while it runs. Thread-safe. */
public final class LiveCircumstances {
  private final WeatherLog weather = new WeatherLog();
  private final ServiceDay days;
  private Circumstances told;

  /** Circumstances with these own days, and without weather until some comes. */
  public LiveCircumstances(EventCalendar events, ServiceDay days) {
    this.days = days;
    this.told = Circumstances.usual().with(events);
  }

  /** Takes in a weather report. */
  public void accept(WeatherReport report) {
    weather.accept(report);
  }

  /** What is known by now; the same object until more weather comes. */
  @SuppressWarnings("ReferenceEquality") // The log tells the same object until it has another one.
  public synchronized Circumstances now() {
    WeatherHistory history = weather.history();
    if (history != told.weather()) {
      told = told.with(history, days);
    }
    return told;
  }
}
