package io.ridecast.forecasting.features;

/**
 * How a series' demand spreads over the weekdays: factors around 1, by weekday, 0 is Monday. Each
 * is a decayed sum of that weekday's rides over the decayed sum of its weeks' means, shrunk to
 * another profile as if that one had been seen for {@code prior} rides (the posterior mean of a
 * Poisson rate under a gamma prior). Holidays and missing days are left out.
 */
final class WeekdayProfile {
  private static final Decay DECAY = new Decay(60, OriginDays.WINDOW);
  private static final int LEAST_DAYS_OF_WEEK = 5;

  private final double[] factors = new double[7];

  private WeekdayProfile() {
    java.util.Arrays.fill(factors, 1);
  }

  static WeekdayProfile flat() {
    return new WeekdayProfile();
  }

  static WeekdayProfile of(
      float[] rides, OriginDays days, WeekdayProfile prior, double priorRides) {
    double[] seen = new double[7];
    double[] expected = new double[7];
    for (int week = 0; week + 7 <= DECAY.ages(); week += 7) {
      addWeek(rides, days, week, prior, seen, expected);
    }
    WeekdayProfile profile = new WeekdayProfile();
    double sum = 0;
    for (int weekday = 0; weekday < 7; weekday++) {
      profile.factors[weekday] =
          (seen[weekday] + priorRides * prior.factors[weekday]) / (expected[weekday] + priorRides);
      sum += profile.factors[weekday];
    }
    for (int weekday = 0; weekday < 7; weekday++) {
      profile.factors[weekday] *= 7 / sum;
    }
    return profile;
  }

  double factor(int weekday) {
    return factors[weekday];
  }

  private static void addWeek(
      float[] rides,
      OriginDays days,
      int youngest,
      WeekdayProfile prior,
      double[] seen,
      double[] expected) {
    double total = 0;
    double factors = 0;
    int known = 0;
    for (int age = youngest; age < youngest + 7; age++) {
      if (usable(rides, days, age)) {
        total += rides[age];
        factors += prior.factors[days.weekday(age)];
        known++;
      }
    }
    if (known < LEAST_DAYS_OF_WEEK) {
      return;
    }
    double weight = DECAY.weight(youngest);
    // By factors, so that a week without its Monday is not taken for a strong one.
    double mean = total / factors;
    for (int age = youngest; age < youngest + 7; age++) {
      if (usable(rides, days, age)) {
        int weekday = days.weekday(age);
        seen[weekday] += weight * rides[age];
        expected[weekday] += weight * mean;
      }
    }
  }

  private static boolean usable(float[] rides, OriginDays days, int age) {
    return rides[age] >= 0 && !days.unusual(age);
  }
}
