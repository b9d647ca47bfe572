package io.ridecast.forecasting.boosting;

/**
 * The part of XGBoost's {@code poisson-nloglik} that no forecast can avoid; without it what is left
 * is half the mean deviance, which is 0 for a perfect forecast and so can be compared in percent.
 */
final class PoissonLoss {
  /** Stirling's series is exact to 1e-10 from here on (Abramowitz and Stegun, 6.1.41). */
  private static final double FAR_ENOUGH = 8;

  private PoissonLoss() {}

  /** The loss of a forecast that knows each row's ratio. */
  static double least(FeatureMatrix rows) {
    double loss = 0;
    double weights = 0;
    for (int row = 0; row < rows.rows(); row++) {
      double ratio = rows.label(row);
      double weight = rows.weight(row);
      double likelihood = ratio == 0 ? 0 : ratio * Math.log(ratio) - ratio;
      loss += weight * (logGamma(ratio + 1) - likelihood);
      weights += weight;
    }
    return loss / weights;
  }

  /** Logarithm of the gamma function, for values from 1 on. */
  static double logGamma(double value) {
    double shift = 0;
    double far = value;
    while (far < FAR_ENOUGH) {
      shift -= Math.log(far);
      far++;
    }
    double inverse = 1 / (far * far);
    double series =
        (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse / 1680))) / far;
    return shift + (far - 0.5) * Math.log(far) - far + 0.5 * Math.log(2 * Math.PI) + series;
  }
}
