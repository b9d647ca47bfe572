package io.ridecast.predictor.horizon;

import io.ridecast.records.ForecastTrigger;

/** What a community needs now. */
public sealed interface Need {

  /** Nothing: its forecast stands, or it may not have one yet. */
  record Nothing() implements Need {}

  /** A forecast, but something that it should rest on is about to arrive. */
  record Patience() implements Need {}

  /**
   * A new forecast.
   *
   * @param trigger what makes it
   * @param horizon the days that it covers
   */
  record NewForecast(ForecastTrigger trigger, Horizon horizon) implements Need {}
}
