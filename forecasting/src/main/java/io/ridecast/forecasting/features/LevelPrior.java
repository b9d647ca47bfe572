package io.ridecast.forecasting.features;

/**
 * What a level is expected to be before a community's own days say so, and for how many days of its
 * own it counts: the posterior mean of a Poisson rate under a gamma prior.
 *
 * @param level deseasonalised rides a day
 * @param days so many days of the prior's own weigh as much
 */
record LevelPrior(double level, double days) {
  private static final LevelPrior NONE = new LevelPrior(0, 0);

  /** What neighbours weigh as much as: so many own days, where a day has many rides, ... */
  private static final double NEIGHBOURS_DAYS = 0.3;

  /** ... and, where it has few, the days that bring so many rides, ... */
  private static final double NEIGHBOURS_RIDES = 1;

  /** ... but no more than these. */
  private static final double MOST_DAYS = 3;

  /** Own days speak for themselves. */
  static LevelPrior none() {
    return NONE;
  }

  /**
   * The neighbours' level; it fades out with the known days, so that nothing jumps when the last of
   * a cold start's days has come.
   *
   * @param level NaN where neighbours let expect nothing
   * @param youth 1 with no known day, down to 0 with enough of them
   */
  static LevelPrior neighbours(double level, double youth) {
    double days = Math.min(MOST_DAYS, NEIGHBOURS_DAYS + NEIGHBOURS_RIDES / level);
    return Double.isNaN(level) || youth <= 0 ? NONE : new LevelPrior(level, days * youth);
  }

  /** The level of so many decayed rides over so many decayed days. */
  double posterior(double rides, double ofDays) {
    return (rides + days * level) / (ofDays + days);
  }
}
