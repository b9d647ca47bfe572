package io.ridecast.trainer.plots;

import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.training.HeldOutDays;
import io.ridecast.forecasting.training.HeldOutForecast;
import io.ridecast.forecasting.training.HeldOutForecasts;
import java.util.List;

/**
 * A forecast of a day that a run is judged on, with the interval that the held-out days before
 * those would have given it.
 *
 * @param forecast it, and what came
 * @param day as it would have been published
 */
record JudgedForecast(HeldOutForecast forecast, DayForecast day) {

  static List<JudgedForecast> of(HeldOutForecasts heldOut, HeldOutDays days) {
    ConformalCalibration before = heldOut.calibration(days.first(), days.reportFrom().minusDays(1));
    return heldOut.all().stream()
        .filter(forecast -> !forecast.target().isBefore(days.reportFrom()))
        .filter(forecast -> !forecast.target().isAfter(days.last()))
        .map(forecast -> new JudgedForecast(forecast, forecast.calibrated(before)))
        .toList();
  }

  int lead() {
    return forecast.lead();
  }

  double low() {
    return day.p10();
  }

  double median() {
    return day.p50();
  }

  double high() {
    return day.p90();
  }

  double actual() {
    return forecast.actual();
  }
}
