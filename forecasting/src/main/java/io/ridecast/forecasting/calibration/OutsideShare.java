package io.ridecast.forecasting.calibration;

/**
 * How much of the past a side of an interval leaves out, so that one day in ten falls beyond it. A
 * spread that grows, as that of a city's totals does from summer to winter, is always behind in its
 * own history; so every day beyond the interval makes the next wider, and every day within a little
 * narrower (Gibbs and Candes, "Adaptive Conformal Inference Under Distribution Shift", 2021).
 */
final class OutsideShare {
  private static final double PROMISED = 0.1;
  private static final double STEP = 0.04;
  private static final double MOST = 0.5;

  private double share = PROMISED;

  /** The share of past days to leave out, 0 to 0.5. */
  double share() {
    return share;
  }

  /** Learns whether a day fell beyond the side that was forecast for it. */
  void learn(boolean beyond) {
    double next = share + STEP * (PROMISED - (beyond ? 1 : 0));
    share = Math.max(0, Math.min(MOST, next));
  }
}
