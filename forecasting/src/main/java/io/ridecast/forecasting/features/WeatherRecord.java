package io.ridecast.forecasting.features;

import io.ridecast.forecasting.weather.KnownWeather;

/** A year of the city's days up to one origin, by age: weather terms beside rides. */
final class WeatherRecord {
  /** Days before and after a day that it is compared with. */
  static final int AROUND = 14;

  private final double[][] terms = new double[OriginDays.WINDOW][];
  private final double[] rides = new double[OriginDays.WINDOW];

  /** Unusual days, and those of which no temperature is known, count as missing. */
  WeatherRecord(SeriesState city, OriginDays days, KnownWeather known) {
    for (int age = 0; age < rides.length; age++) {
      terms[age] = WeatherTerms.of(known.of(days.origin() - age));
      boolean usable = !days.unusual(age) && !Double.isNaN(terms[age][0]);
      double usual = city.profile().factor(days.weekday(age));
      rides[age] = usable ? city.rides(age) / usual : Double.NaN;
    }
  }

  /** How rides changed with what changed in the weather. */
  RidgeRegression regression() {
    RidgeRegression regression = new RidgeRegression(WeatherTerms.COUNT);
    for (int age = 0; age < rides.length; age++) {
      int youngest = Math.max(0, age - AROUND);
      int oldest = Math.min(rides.length - 1, age + AROUND);
      if (!Double.isNaN(rides[age]) && known(youngest, oldest) >= AROUND) {
        add(age, youngest, oldest, regression);
      }
    }
    return regression;
  }

  /** Mean terms of the days of these ages that are not missing; NaN without any. */
  double[] meanTerms(int youngest, int oldest) {
    double[] sums = new double[WeatherTerms.COUNT];
    int[] counts = new int[WeatherTerms.COUNT];
    for (int age = youngest; age <= oldest; age++) {
      for (int term = 0; term < sums.length && !Double.isNaN(rides[age]); term++) {
        if (!Double.isNaN(terms[age][term])) {
          sums[term] += terms[age][term];
          counts[term]++;
        }
      }
    }
    for (int term = 0; term < sums.length; term++) {
      sums[term] /= counts[term];
    }
    return sums;
  }

  private void add(int age, int youngest, int oldest, RidgeRegression regression) {
    double level = meanRides(youngest, oldest);
    double[] around = meanTerms(youngest, oldest);
    double[] row = new double[WeatherTerms.COUNT];
    for (int term = 0; term < row.length; term++) {
      double difference = terms[age][term] - around[term];
      row[term] = Double.isNaN(difference) ? 0 : difference;
    }
    // The logarithm of a few rides says little.
    double weight = level / (level + 20);
    regression.add(row, Math.log((rides[age] + 0.5) / (level + 0.5)), weight);
  }

  private int known(int youngest, int oldest) {
    int known = 0;
    for (int age = youngest; age <= oldest; age++) {
      known += Double.isNaN(rides[age]) ? 0 : 1;
    }
    return known;
  }

  private double meanRides(int youngest, int oldest) {
    double sum = 0;
    for (int age = youngest; age <= oldest; age++) {
      sum += Double.isNaN(rides[age]) ? 0 : rides[age];
    }
    return sum / known(youngest, oldest);
  }
}
