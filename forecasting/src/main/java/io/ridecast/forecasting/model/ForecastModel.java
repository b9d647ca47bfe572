package io.ridecast.forecasting.model;

import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes 3-day forecasts. Implementations are thread-safe. */
public interface ForecastModel {
  /** Days in a forecast. */
  int DAYS = 3;

  /** The latest first lead: models know the leads from 1 to 7. */
  int LAST_FIRST_LEAD = 5;

  /** What announcements and forecasts call this model. */
  String version();

  /**
   * The forecasts of a batch, in its order: for each input three consecutive days, the first of
   * them {@code firstLead} days after the input's origin.
   *
   * @param firstLead 1 to 5
   * @throws IllegalArgumentException for another first lead
   */
  List<List<DayForecast>> forecast(List<ForecastInput> inputs, int firstLead);

  /**
   * The feature values behind {@link #forecast}, by input, day and feature, in the order of the
   * feature list; NaN is missing. A model without features gives empty rows.
   */
  float[][][] features(List<ForecastInput> inputs, int firstLead);

  /**
   * The city's forecast: its mean is the sum of its communities' means, its interval is this
   * model's matter. One that has learnt none takes the spread of the same weekdays.
   *
   * @param city the city's daily totals; missing days are NaN
   * @param origin the last closed day
   * @param firstLead 1 to 5
   * @param means sums of the communities' means of consecutive days from {@code firstLead} on
   */
  default List<DayForecast> total(
      DemandSeries city, LocalDate origin, int firstLead, List<Double> means) {
    checkFirstLead(firstLead);
    List<DayForecast> days = new ArrayList<>();
    for (int day = 0; day < means.size(); day++) {
      int lead = firstLead + day;
      double mean = means.get(day);
      double side = SameWeekdays.before(city, origin.toEpochDay(), lead).side(mean);
      days.add(
          new DayForecast(
              origin.plusDays(lead), lead, mean, Math.max(0, mean - side), mean, mean + side));
    }
    return List.copyOf(days);
  }

  /**
   * Refuses a first lead that no model knows.
   *
   * @throws IllegalArgumentException unless it lies between 1 and 5
   */
  static void checkFirstLead(int firstLead) {
    if (firstLead < 1 || firstLead > LAST_FIRST_LEAD) {
      throw new IllegalArgumentException(
          "first lead " + firstLead + " is not between 1 and " + LAST_FIRST_LEAD);
    }
  }
}
