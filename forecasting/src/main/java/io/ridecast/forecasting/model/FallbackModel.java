package io.ridecast.forecasting.model;

import io.ridecast.forecasting.series.DemandSeries;
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

  private static final int SAME_WEEKDAYS = 4;
  private static final int WEEKS_BACK = 8;
  private static final int RECENT_DAYS = 28;
  private static final double NORMAL_P90 = 1.2816;

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
    long origin = input.origin().toEpochDay();
    Moments sameWeekdays = new Moments();
    for (int week = 1; week <= WEEKS_BACK && sameWeekdays.count < SAME_WEEKDAYS; week++) {
      sameWeekdays.add(input.demand(), origin + lead - 7L * week);
    }
    Moments basis = sameWeekdays.count > 0 ? sameWeekdays : recent(input.demand(), origin);
    double mean = basis.mean();
    double spread = NORMAL_P90 * Math.sqrt(Math.max(mean, basis.variance()));
    return new DayForecast(
        input.origin().plusDays(lead), lead, mean, Math.max(0, mean - spread), mean, mean + spread);
  }

  private static Moments recent(DemandSeries demand, long origin) {
    Moments moments = new Moments();
    for (int back = 0; back < RECENT_DAYS; back++) {
      moments.add(demand, origin - back);
    }
    return moments;
  }

  private static final class Moments {
    private int count;
    private double sum;
    private double squares;

    void add(DemandSeries demand, long epochDay) {
      float rides = demand.at(epochDay);
      if (!Float.isNaN(rides)) {
        count++;
        sum += rides;
        squares += (double) rides * rides;
      }
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }

    double variance() {
      return count < 2 ? 0 : Math.max(0, (squares - sum * sum / count) / (count - 1));
    }
  }
}
