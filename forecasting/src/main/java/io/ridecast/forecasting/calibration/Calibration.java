package io.ridecast.forecasting.calibration;

import java.util.Optional;

/**
 * What was learnt from how forecasts of unseen days came out.
 *
 * @param days of the intervals of a community's day
 * @param cold of those of a community with few known days; empty where none was learnt from
 * @param city of the intervals of the city's totals; empty where too few were known
 * @param sums of three days together; empty where too few were known
 */
public record Calibration(
    ConformalCalibration days,
    Optional<ColdCalibration> cold,
    Optional<CityCalibration> city,
    Optional<JointErrors> sums) {

  /** The widening of a community's day. */
  public Widening of(int lead, int knownDays) {
    return cold.flatMap(known -> known.of(knownDays)).orElseGet(() -> days.of(lead));
  }
}
