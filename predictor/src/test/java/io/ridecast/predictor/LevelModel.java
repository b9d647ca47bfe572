package io.ridecast.predictor;

import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import java.util.ArrayList;
import java.util.List;

/** A model whose forecasts show what it was given: a factor times the origin's count plus lead. */
record LevelModel(String version, double factor) implements ForecastModel {

  @Override
  public List<List<DayForecast>> forecast(List<ForecastInput> inputs, int firstLead) {
    List<List<DayForecast>> forecasts = new ArrayList<>();
    for (ForecastInput input : inputs) {
      List<DayForecast> days = new ArrayList<>();
      for (int lead = firstLead; lead < firstLead + DAYS; lead++) {
        double mean = factor * (input.demand().at(input.origin()) + lead);
        days.add(
            new DayForecast(
                input.origin().plusDays(lead), lead, mean, mean * .8, mean, mean * 1.2));
      }
      forecasts.add(days);
    }
    return forecasts;
  }

  @Override
  public float[][][] features(List<ForecastInput> inputs, int firstLead) {
    float[][][] features = new float[inputs.size()][DAYS][2];
    for (int i = 0; i < inputs.size(); i++) {
      for (int day = 0; day < DAYS; day++) {
        features[i][day] =
            new float[] {inputs.get(i).demand().at(inputs.get(i).origin()), firstLead + day};
      }
    }
    return features;
  }
}
