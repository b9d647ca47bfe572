package io.ridecast.forecasting.calibration;

import java.util.List;

/**
 * Conformalised quantile regression: by how much of its own width the raw P10-P90 interval of each
 * lead has to grow (below zero: shrink) to hold what it promises (Romano, Patterson and Candès,
 * "Conformalized Quantile Regression", NeurIPS 2019; errors in units of the raw width as in
 * Kivaranovic et al., AISTATS 2020).
 *
 * @param widenings of the leads from 1 on; a further lead takes the last one's
 */
public record ConformalCalibration(List<Widening> widenings) {
  /** Takes a copy. */
  public ConformalCalibration {
    widenings = List.copyOf(widenings);
    if (widenings.isEmpty()) {
      throw new IllegalArgumentException("a calibration holds at least one lead");
    }
  }

  /** Intervals as they come. */
  public static ConformalCalibration none() {
    return new ConformalCalibration(List.of(new Widening(0, 0)));
  }

  /** The widening of {@code lead}. */
  public Widening of(int lead) {
    return widenings.get(Math.min(lead, widenings.size()) - 1);
  }
}
