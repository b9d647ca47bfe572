package io.ridecast.forecasting.search;

import io.ridecast.forecasting.boosting.BoostingParameters;
import io.ridecast.forecasting.training.TrainingParameters;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where trials are drawn from: bounds around what did well on sparse and dense cities. The boosters
 * of the quantiles grow like the mean's, with a higher least weight in a leaf: their gradients say
 * less.
 */
final class SearchSpace {
  private static final List<Integer> DEPTHS = List.of(4, 5, 6, 7);
  private static final List<Integer> BINS = List.of(64, 128, 256);
  private static final double QUANTILES_WEIGHT = 3;
  private static final int ROUNDS = 300;
  private static final MathContext DIGITS = new MathContext(3);

  private final TrainingParameters defaults;
  private final SplittableRandom random;

  SearchSpace(TrainingParameters defaults) {
    this.defaults = defaults;
    this.random = new SplittableRandom(defaults.seed());
  }

  /** The next trial's parameters. */
  TrainingParameters draw() {
    BoostingParameters mean =
        new BoostingParameters(
            ROUNDS,
            rounded(logarithmic(0.03, 0.12)),
            one(DEPTHS),
            rounded(logarithmic(20, 300)),
            rounded(random.nextDouble(0.6, 1)),
            rounded(random.nextDouble(0.3, 0.9)),
            rounded(logarithmic(0.5, 15)),
            one(BINS));
    return defaults.grown(
        mean, mean.withMinChildWeight(rounded(QUANTILES_WEIGHT * mean.minChildWeight())));
  }

  private double logarithmic(double low, double high) {
    return Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
  }

  private int one(List<Integer> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Three digits are plenty, and people read them. */
  private static double rounded(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
  }
}
