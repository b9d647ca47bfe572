package io.ridecast.forecasting.backtest;

import io.ridecast.forecasting.measures.Bias;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.measures.Mase;
import io.ridecast.forecasting.measures.PinballLoss;
import io.ridecast.forecasting.measures.Wape;

/**
 * How one way of forecasting did, pooled over the forecasts added. A baseline is a single number:
 * its mean, median and both quantiles.
 */
public final class Scores {
  private final Wape wape = new Wape();
  private final Mase mase = new Mase();
  private final Bias bias = new Bias();
  private final Coverage coverage = new Coverage();
  private final PinballLoss low = new PinballLoss(0.1);
  private final PinballLoss middle = new PinballLoss(0.5);
  private final PinballLoss high = new PinballLoss(0.9);

  /** No forecasts yet. */
  public Scores() {}

  /** Adds what was forecast, in rides, beside the seasonal naive and what came. */
  public void add(double mean, double p10, double p50, double p90, double naive, double actual) {
    wape.add(p50, actual);
    mase.add(p50, naive, actual);
    bias.add(mean, actual);
    coverage.add(p10, p90, actual);
    low.add(p10, actual);
    middle.add(p50, actual);
    high.add(p90, actual);
  }

  /** The figures so far. */
  public Score score() {
    return new Score(
        coverage.pairs(),
        wape.value(),
        mase.value(),
        bias.value(),
        (low.scaled() + middle.scaled() + high.scaled()) / 3,
        coverage.value());
  }
}
