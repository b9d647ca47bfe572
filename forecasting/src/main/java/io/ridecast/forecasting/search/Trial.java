package io.ridecast.forecasting.search;

import io.ridecast.forecasting.training.TrainingParameters;

/**
 * A set of parameters and how it did in one rung.
 *
 * @param number from 0; the defaults are number 0
 * @param rung from 1; a later one judges more thoroughly
 * @param parameters with as many trees as did best, in the last rung
 * @param loss in units of what the defaults lose on the same days: below 1 is better
 */
public record Trial(int number, int rung, TrainingParameters parameters, double loss) {
  /** Its name, the same in every search of as many trials. */
  public String name() {
    return number == 0 ? "defaults" : "trial-%02d".formatted(number);
  }

  /** Whether it is the defaults. */
  public boolean defaults() {
    return number == 0;
  }
}
