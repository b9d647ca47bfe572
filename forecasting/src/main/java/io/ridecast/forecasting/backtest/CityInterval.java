package io.ridecast.forecasting.backtest;

import java.time.LocalDate;

/** The interval of the city's totals at one lead, from how the last ones came out. */
final class CityInterval {
  private final TotalRatios ratios;
  private final OutsideShare below = new OutsideShare();
  private final OutsideShare above = new OutsideShare();

  /**
   * Where the total is to lie, in rides.
   *
   * @param low at most one total in ten is below
   * @param high at most one total in ten is above
   */
  record Sides(double low, double high) {

    /** The value itself, or the side that it is beyond. */
    double within(double value) {
      return Math.max(low, Math.min(high, value));
    }
  }

  /** An interval that follows so many target days. */
  CityInterval(int days) {
    this.ratios = new TotalRatios(days);
  }

  /** The interval around a forecast mean, of what was known at the origin. */
  Sides around(LocalDate origin, double mean) {
    double low = ratios.quantile(origin, mean, below.share());
    return new Sides(low, Math.max(low, ratios.quantile(origin, mean, 1 - above.share())));
  }

  /** Learns a day whose total has come, in rides; a missing one is left out. */
  void learn(LocalDate target, double mean, Sides forecast, double total) {
    ratios.add(target, mean, total);
    if (!Double.isNaN(total)) {
      below.learn(total < forecast.low());
      above.learn(total > forecast.high());
    }
  }
}
