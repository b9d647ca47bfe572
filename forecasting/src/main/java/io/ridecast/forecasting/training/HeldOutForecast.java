package io.ridecast.forecasting.training;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.model.DayForecast;
import java.time.LocalDate;

/**
 * A forecast of a day that its boosters have not seen, and what came.
 *
 * @param community its key
 * @param target the day
 * @param lead days from the origin to the target
 * @param raw the forecast before its interval is calibrated, in rides
 * @param naive the 7-day seasonal naive's, in rides; NaN where there is none
 * @param actual what came, in rides
 */
public record HeldOutForecast(
    String community, LocalDate target, int lead, RawForecast raw, double naive, double actual) {

  /** The day that it was made at the end of. */
  public LocalDate origin() {
    return target.minusDays(lead);
  }

  /** The forecast as it would have been published. */
  public DayForecast calibrated(ConformalCalibration calibration) {
    return raw.calibrated(target, lead, calibration.of(lead));
  }

  boolean within(LocalDate from, LocalDate to) {
    return !target.isBefore(from) && !target.isAfter(to);
  }
}
