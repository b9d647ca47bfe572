package io.ridecast.forecasting.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The forecast while no trained model serves: the mean of the last 4 known days of the same
 * weekday, out of 8 weeks. Without any, the mean of the last 28 days, and without those 0. Its
 * interval takes the count as Poisson with the spread of those days where that is wider.
 */
public final class FallbackModel implements ForecastModel {
  /** The version of every fallback forecast. */
  public static final String VERSION = "fallback";

  /** No state: any number of these are alike. */
  public FallbackModel() {}

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public List<List<DayForecast>> forecast(List<ForecastInput> inputs, int firstLead) {
    ForecastModel.checkFirstLead(firstLead);
    List<List<DayForecast>> forecasts = new ArrayList<>(inputs.size());
    for (ForecastInput input : inputs) {
      List<DayForecast> days = new ArrayList<>(DAYS);
      for (int lead = firstLead; lead < firstLead + DAYS; lead++) {
        days.add(day(input, lead));
      }
      forecasts.add(List.copyOf(days));
    }
    return List.copyOf(forecasts);
  }

  @Override
  public float[][][] features(List<ForecastInput> inputs, int firstLead) {
    ForecastModel.checkFirstLead(firstLead);
    return new float[inputs.size()][DAYS][0];
  }

  private static DayForecast day(ForecastInput input, int lead) {
    SameWeekdays basis = SameWeekdays.before(input.demand(), input.origin().toEpochDay(), lead);
    double mean = basis.mean();
    double side = basis.side(mean);
    return new DayForecast(
        input.origin().plusDays(lead), lead, mean, Math.max(0, mean - side), mean, mean + side);
  }
}
