package io.ridecast.forecasting.training;

import io.ridecast.forecasting.calibration.Calibration;
import io.ridecast.forecasting.calibration.CityCalibration;
import io.ridecast.forecasting.calibration.CityScores;
import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.features.FeatureRows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calibrates a model on its forecasts of days that it has not seen. */
public final class HeldOutCalibration {
  private final LocalDate first;
  private final LocalDate last;
  private final List<HeldOutForecast> forecasts;

  private record Target(LocalDate day, int lead) {}

  private record Total(double mean, double actual) {
    Total plus(Total other) {
      return new Total(mean + other.mean, actual + other.actual);
    }
  }

  private HeldOutCalibration(LocalDate first, LocalDate last, List<HeldOutForecast> forecasts) {
    this.first = first;
    this.last = last;
    this.forecasts = forecasts;
  }

  /** What the days from {@code first} to {@code last} would have needed. */
  public static Calibration of(HeldOutForecasts heldOut, LocalDate first, LocalDate last) {
    ConformalCalibration days = heldOut.calibration(first, last);
    HeldOutCalibration calibration =
        new HeldOutCalibration(
            first,
            last,
            heldOut.all().stream().filter(forecast -> forecast.within(first, last)).toList());
    return new Calibration(
        days,
        heldOut.coldCalibration(first, last),
        calibration.city(),
        HeldOutSums.of(heldOut, first, last).errors(days));
  }

  private Optional<CityCalibration> city() {
    Map<Target, Total> totals = totals();
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    CityScores scores = new CityScores(FeatureRows.LAST_LEAD, days);
    for (int index = 0; index <= days; index++) {
      LocalDate origin = first.plusDays(index - 1L);
      Optional.ofNullable(totals.get(new Target(origin, 1)))
          .ifPresent(total -> scores.learn(origin, total.actual()));
      for (int lead = 1; lead <= FeatureRows.LAST_LEAD; lead++) {
        int ahead = lead;
        Optional.ofNullable(totals.get(new Target(origin.plusDays(lead), lead)))
            .ifPresent(total -> scores.forecast(origin, ahead, total.mean()));
      }
    }
    return scores.calibration(last);
  }

  private Map<Target, Total> totals() {
    Map<Target, Total> totals = new HashMap<>();
    for (HeldOutForecast forecast : forecasts) {
      totals.merge(
          new Target(forecast.target(), forecast.lead()),
          new Total(forecast.raw().mean(), forecast.actual()),
          Total::plus);
    }
    return totals;
  }
}
