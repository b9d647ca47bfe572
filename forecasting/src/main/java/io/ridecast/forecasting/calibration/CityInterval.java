package io.ridecast.forecasting.calibration;

import java.time.LocalDate;
import java.util.Optional;

/** The interval of the city's totals at one lead, from how the last ones came out. */
final class CityInterval {
  private final TotalRatios ratios;
  private final OutsideShare below = new OutsideShare();
  private final OutsideShare above = new OutsideShare();

  /** An interval that follows so many target days. */
  CityInterval(int days) {
    this.ratios = new TotalRatios(days);
  }

  /** The interval around a forecast mean, in rides, of what was known at the origin. */
  TotalInterval around(LocalDate origin, double mean) {
    return perRide(origin)
        .map(interval -> interval.times(mean))
        .orElseGet(() -> TotalRatios.poisson(mean));
  }

  /** The interval of a total whose mean is 1; empty while too few have come. */
  Optional<TotalInterval> perRide(LocalDate origin) {
    return ratios.between(origin, below.share(), 1 - above.share());
  }

  /** Learns a day whose total has come, in rides; a missing one is left out. */
  void learn(LocalDate target, double mean, TotalInterval forecast, double total) {
    ratios.add(target, mean, total);
    if (!Double.isNaN(total)) {
      below.learn(total < forecast.low());
      above.learn(total > forecast.high());
    }
  }
}
