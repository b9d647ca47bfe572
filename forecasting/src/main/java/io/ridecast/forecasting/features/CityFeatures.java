package io.ridecast.forecasting.features;

/** Features that follow from the city's totals; all missing where these are. */
final class CityFeatures {
  private static final int DAYS_BACK = 3;
  private static final int YEAR = 364;
  private static final int FOUR_WEEKS = 28;

  private CityFeatures() {}

  static void fill(SeriesState city, int lead, float[] row) {
    double level = city.level();
    double base = city.base(lead);
    row[FeatureColumn.CITY_LOG_LEVEL.position()] = (float) Math.log(level);
    for (int age = 0; age < DAYS_BACK; age++) {
      row[FeatureColumn.CITY_SURPRISE_0.plus(age)] = (float) city.surprise(age);
    }
    row[FeatureColumn.CITY_LEVEL_1.position()] = (float) (city.level(0) / level);
    row[FeatureColumn.CITY_LEVEL_3.position()] = (float) (city.level(1) / level);
    row[FeatureColumn.CITY_LEVEL_40.position()] = (float) (city.level(4) / level);
    row[FeatureColumn.CITY_WEEK_AGO_1.position()] = (float) (city.rides(7 - lead) / base);
    row[FeatureColumn.CITY_WEEK_AGO_2.position()] = (float) (city.rides(14 - lead) / base);
    row[FeatureColumn.CITY_SAME_WEEKDAYS.position()] = (float) (city.sameWeekdayMean(lead) / base);
    // Days of that time are seen from its own origin: 4 weeks before it, none after today's.
    int yearAgo = YEAR - lead;
    double before = city.mean(YEAR, YEAR + FOUR_WEEKS - 1);
    row[FeatureColumn.CITY_YEAR_AGO.position()] = (float) (city.rides(yearAgo) / before);
    row[FeatureColumn.CITY_YEAR_AGO_WEEK.position()] =
        (float) (city.mean(yearAgo - 3, yearAgo + 3) / before);
  }
}
