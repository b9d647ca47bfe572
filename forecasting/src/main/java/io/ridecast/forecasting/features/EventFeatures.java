package io.ridecast.forecasting.features;

/** Features that follow from the operator's own days, and from what came of earlier ones. */
final class EventFeatures {
  private static final int MOST_EARLIER = 4;
  private static final int[] WEEKS_AROUND = {-14, -7, 7, 14};

  private EventFeatures() {}

  static void fill(SeriesState own, OriginDays days, int lead, float[] row, int offset) {
    row[offset + FeatureColumn.EVENTS.position()] = days.events(-lead);
    row[offset + FeatureColumn.EVENTS_BEFORE.position()] = days.events(1 - lead);
    row[offset + FeatureColumn.EVENTS_AFTER.position()] = days.events(-1 - lead);
    row[offset + FeatureColumn.EVENT_EFFECT.position()] = effect(own, days, lead);
  }

  /**
   * Rides of the last days that had an event of a name that the target's events have, over the
   * means of the same weekdays around them; NaN where there is no such day.
   */
  static float effect(SeriesState series, OriginDays days, int lead) {
    double came = 0;
    double usual = 0;
    int found = 0;
    for (long day : days.events().earlier(days.origin() + lead)) {
      int age = (int) Math.min(Integer.MAX_VALUE, days.origin() - day);
      double around = around(series, days, age);
      if (found < MOST_EARLIER && !Double.isNaN(series.rides(age)) && !Double.isNaN(around)) {
        came += series.rides(age) + 0.5;
        usual += around + 0.5;
        found++;
      }
    }
    return (float) (came / usual);
  }

  /** Mean of the same weekdays around, unusual ones left out; NaN without any. */
  private static double around(SeriesState series, OriginDays days, int age) {
    double sum = 0;
    int known = 0;
    for (int step : WEEKS_AROUND) {
      double rides = series.rides(age + step);
      if (!Double.isNaN(rides) && !days.unusual(age + step)) {
        sum += rides;
        known++;
      }
    }
    return sum / known;
  }
}
