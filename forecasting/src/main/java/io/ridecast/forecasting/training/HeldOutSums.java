package io.ridecast.forecasting.training;

import io.ridecast.forecasting.calibration.ConformalCalibration;
import io.ridecast.forecasting.calibration.JointErrorScores;
import io.ridecast.forecasting.calibration.JointErrors;
import io.ridecast.forecasting.measures.Coverage;
import io.ridecast.forecasting.model.DayForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three days ahead of each community and origin, where all of them have come. */
final class HeldOutSums {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  private final List<List<HeldOutForecast>> starts;

  private record Start(String community, LocalDate origin) {}

  private HeldOutSums(List<List<HeldOutForecast>> starts) {
    this.starts = starts;
  }

  /** Those whose days all lie within {@code first} and {@code last}. */
  static HeldOutSums of(HeldOutForecasts heldOut, LocalDate first, LocalDate last) {
    Map<Start, List<HeldOutForecast>> starts = new LinkedHashMap<>();
    for (HeldOutForecast forecast : heldOut.all()) {
      if (forecast.lead() <= JointErrors.DAYS && forecast.within(first, last)) {
        starts
            .computeIfAbsent(
                new Start(forecast.community(), forecast.origin()), start -> new ArrayList<>())
            .add(forecast);
      }
    }
    return new HeldOutSums(whole(starts.values()));
  }

  /** How the three days came out together; empty where too few did. */
  Optional<JointErrors> errors(ConformalCalibration calibration) {
    JointErrorScores scores = new JointErrorScores();
    for (List<HeldOutForecast> days : starts) {
      scores.add(published(days, calibration), days.stream().map(HeldOutForecast::actual).toList());
    }
    return scores.errors();
  }

  /** Share of the sums within the P10 to P90 that {@code errors} give them; NaN without any. */
  double coverage(ConformalCalibration calibration, JointErrors errors) {
    Coverage coverage = new Coverage();
    for (List<HeldOutForecast> days : starts) {
      List<DayForecast> published = published(days, calibration);
      coverage.add(
          errors.sumQuantile(published, LOW),
          errors.sumQuantile(published, HIGH),
          days.stream().mapToDouble(HeldOutForecast::actual).sum());
    }
    return coverage.value();
  }

  private static List<List<HeldOutForecast>> whole(Collection<List<HeldOutForecast>> starts) {
    return starts.stream().filter(days -> days.size() == JointErrors.DAYS).toList();
  }

  private static List<DayForecast> published(
      List<HeldOutForecast> days, ConformalCalibration calibration) {
    return days.stream().map(day -> day.calibrated(calibration)).toList();
  }
}
