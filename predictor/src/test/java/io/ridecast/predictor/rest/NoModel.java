package io.ridecast.predictor.rest;

import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import java.util.List;

/** Stands for a model where none is asked. */
record NoModel(String version) implements ForecastModel {

  @Override
  public List<List<DayForecast>> forecast(List<ForecastInput> inputs, int firstLead) {
    throw new AssertionError("nobody asks for a forecast here");
  }

  @Override
  public float[][][] features(List<ForecastInput> inputs, int firstLead) {
    throw new AssertionError("nobody asks for features here");
  }
}
