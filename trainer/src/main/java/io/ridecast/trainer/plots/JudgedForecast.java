package io.ridecast.trainer.plots;

import io.ridecast.forecasting.boosting.RawForecast;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.Widening;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecast;
import io.ridecast.forecasting.training.HeldOutForecasts;
import java.util.List;

/**
 * A forecast of a day that a run is judged on, with the interval that the held-out days before
 * those would have given it.
 *
 * @param forecast it, and what came
 * @param low its P10, in rides
 * @param high its P90, in rides
 */
record JudgedForecast(HeldOutForecast forecast, double low, double high) {

  static List<JudgedForecast> of(HeldOutForecasts heldOut, HeldOutDays days) {
    ConformalCalibration before = heldOut.calibration(days.first(), days.reportFrom().minusDays(1));
    return heldOut.all().stream()
        .filter(forecast -> !forecast.target().isBefore(days.reportFrom()))
        .filter(forecast -> !forecast.target().isAfter(days.last()))
        .map(forecast -> of(forecast, before.of(forecast.lead())))
        .toList();
  }

  private static JudgedForecast of(HeldOutForecast forecast, Widening widening) {
    RawForecast raw = forecast.raw();
    return new JudgedForecast(
        forecast,
        widening.lower(raw.low(), raw.median(), raw.high(), raw.base()),
        widening.upper(raw.low(), raw.median(), raw.high(), raw.base()));
  }

  int lead() {
    return forecast.lead();
  }

  double median() {
    return forecast.raw().median();
  }

  double actual() {
    return forecast.actual();
  }
}
