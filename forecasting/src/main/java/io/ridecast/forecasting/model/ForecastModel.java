package io.ridecast.forecasting.model;

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
