package io.ridecast.forecasting.features;

import io.ridecast.forecasting.series.DemandSeries;

/**
 * What one series looks like from one origin: its last days by age, its weekday profile, its
 * deseasonalised levels, and the base level of each target day. Missing days are left out of all of
 * it. Where the weather is known, rides are those that the same weather would have brought.
 */
final class SeriesState {
  /** Half-lives of the levels, in days. */
  static final double[] HALF_LIVES = {1, 3, 7, 14, 40};

  /** Rides a day below which a base level never falls, so that ratios to it stay finite. */
  static final double LEAST_BASE = 0.05;

  private static final Decay[] DECAYS = new Decay[HALF_LIVES.length];
  private static final int WEEK_LEVEL = 2;
  private static final int FORTNIGHT_LEVEL = 3;
  private static final double SAME_WEEKDAY_SHARE = 0.35;
  private static final int SAME_WEEKDAYS = 4;
  private static final int WEEKS_BACK = 8;

  static {
    for (int level = 0; level < HALF_LIVES.length; level++) {
      DECAYS[level] = new Decay(HALF_LIVES[level], OriginDays.WINDOW);
    }
  }

  private final float[] rides;
  private final OriginDays days;
  private final WeekdayProfile profile;
  private final double[] levels = new double[HALF_LIVES.length];
  private final double level;

  /** Known ones of a weekday; one of them says less than four. */
  private record SameWeekdays(double sum, int count) {
    double mean() {
      return count == 0 ? Double.NaN : sum / count;
    }
  }

  private SeriesState(float[] rides, OriginDays days, WeekdayProfile profile, LevelPrior prior) {
    this.rides = rides;
    this.days = days;
    this.profile = profile;
    for (int index = 0; index < levels.length; index++) {
      levels[index] = level(DECAYS[index], LevelPrior.none());
    }
    level = (level(DECAYS[WEEK_LEVEL], prior) + level(DECAYS[FORTNIGHT_LEVEL], prior)) / 2;
  }

  /** The series as it is, whatever the weather was. */
  static SeriesState of(
      DemandSeries demand, OriginDays days, WeekdayProfile prior, double priorRides) {
    return of(demand, days, prior, priorRides, WeatherResponse.none(), LevelPrior.none());
  }

  /**
   * The series without what the weather did to the rides of its last days.
   *
   * @param expected what its level is without its own days
   */
  static SeriesState of(
      DemandSeries demand,
      OriginDays days,
      WeekdayProfile prior,
      double priorRides,
      WeatherResponse weather,
      LevelPrior expected) {
    float[] rides = demand.window(days.origin() - OriginDays.WINDOW + 1, OriginDays.WINDOW);
    for (int age = 0, last = rides.length - 1; age < last - age; age++) {
      float swap = rides[age];
      rides[age] = rides[last - age];
      rides[last - age] = swap;
    }
    for (int age = 0; age < WeatherResponse.PAST_DAYS && !weather.isNone(); age++) {
      rides[age] /= (float) weather.factor(-age);
    }
    return new SeriesState(
        rides, days, WeekdayProfile.of(rides, days, prior, priorRides), expected);
  }

  /** Rides of the day of this age; NaN is missing, also beyond the window. */
  double rides(int age) {
    return age >= 0 && age < rides.length ? rides[age] : Double.NaN;
  }

  WeekdayProfile profile() {
    return profile;
  }

  /** The weekday factor of the day {@code lead} days after the origin. */
  double profile(int lead) {
    return profile.factor(days.weekday(-lead));
  }

  /**
   * Deseasonalised rides a day, the mean of half-lives 7 and 14; NaN without any known day, unless
   * something else lets expect a level.
   */
  double level() {
    return level;
  }

  /** The level of one half-life, of its own days alone. */
  double level(int halfLife) {
    return levels[halfLife];
  }

  /** What the level would let expect on the day of this age (negative: after the origin). */
  double expected(int age) {
    return Math.max(LEAST_BASE, level * profile.factor(days.weekday(age)));
  }

  /**
   * Rides over what the level lets expect, both shifted by half a ride so that the ratio of small
   * counts stays small.
   */
  double surprise(int age) {
    return (rides(age) + 0.5) / (expected(age) + 0.5);
  }

  /** Mean of the last known same weekdays before a target, holidays left out; NaN without any. */
  double sameWeekdayMean(int lead) {
    return sameWeekdays(lead).mean();
  }

  private SameWeekdays sameWeekdays(int lead) {
    double sum = 0;
    int count = 0;
    for (int week = 1; week <= WEEKS_BACK && count < SAME_WEEKDAYS; week++) {
      int age = 7 * week - lead;
      if (rides[age] >= 0 && !days.unusual(age)) {
        sum += rides[age];
        count++;
      }
    }
    return new SameWeekdays(sum, count);
  }

  /** The base level of the day {@code lead} days after the origin, in rides. */
  double base(int lead) {
    SameWeekdays sameWeekdays = sameWeekdays(lead);
    double seasonal = level * profile.factor(days.weekday(-lead));
    double share = SAME_WEEKDAY_SHARE * sameWeekdays.count() / SAME_WEEKDAYS;
    double base =
        sameWeekdays.count() == 0
            ? seasonal
            : Double.isNaN(seasonal)
                ? sameWeekdays.mean()
                : share * sameWeekdays.mean() + (1 - share) * seasonal;
    return Double.isNaN(base) ? LEAST_BASE : Math.max(LEAST_BASE, base);
  }

  /** How many of the last {@code count} days are known. */
  int known(int count) {
    int known = 0;
    for (int age = 0; age < count; age++) {
      known += rides[age] >= 0 ? 1 : 0;
    }
    return known;
  }

  /** Share of the known days among the last {@code count} on which nothing was ridden. */
  double zeroShare(int count) {
    int zeros = 0;
    for (int age = 0; age < count; age++) {
      zeros += rides[age] == 0 ? 1 : 0;
    }
    return (double) zeros / known(count);
  }

  /** Mean of (rides - expected) squared over expected: 1 for a Poisson count. */
  double dispersion(int count) {
    double squares = 0;
    double expected = 0;
    for (int age = 0; age < count; age++) {
      if (rides[age] >= 0) {
        double expectation = expected(age);
        squares += (rides[age] - expectation) * (rides[age] - expectation);
        expected += expectation;
      }
    }
    return squares / expected;
  }

  /** Mean of the known days of ages {@code youngest} to {@code oldest}; NaN without any. */
  double mean(int youngest, int oldest) {
    double sum = 0;
    int known = 0;
    for (int age = youngest; age <= Math.min(oldest, rides.length - 1); age++) {
      if (rides[age] >= 0) {
        sum += rides[age];
        known++;
      }
    }
    return sum / known;
  }

  /** Decayed rides over decayed weekday factors: the Poisson estimate of a level. */
  private double level(Decay decay, LevelPrior prior) {
    double seen = 0;
    double factors = 0;
    for (int age = 0; age < decay.ages(); age++) {
      if (rides[age] >= 0 && !days.unusual(age)) {
        double weight = decay.weight(age);
        seen += weight * rides[age];
        factors += weight * profile.factor(days.weekday(age));
      }
    }
    return prior.posterior(seen, factors);
  }
}
