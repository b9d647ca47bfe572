package io.ridecast.predictor.models;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.forecasting.model.DayForecast;
import io.ridecast.forecasting.model.ForecastInput;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.forecasting.series.DemandSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lets a model forecast three made-up communities, from busy to empty: it has to answer with
 * forecasts, and not with the same one whatever the demand.
 */
final class TrialForecasts {
  private static final int DAYS = 120;
  private static final LocalDate FIRST = LocalDate.of(2020, 5, 4);
  private static final LocalDate ORIGIN = FIRST.plusDays(DAYS - 1L);
  private static final double[] LEVELS = {900, 9, 0};
  private static final double[] WEEKDAY = {.75, .73, .74, .86, 1.16, 1.58, 1.17};

  private final List<ForecastInput> inputs = inputs();

  /** What is wrong with the model, for people to read; empty if nothing is. */
  Optional<String> problem(ForecastModel model) {
    List<DayForecast> days = new ArrayList<>();
    try {
      for (int lead : new int[] {1, ForecastModel.LAST_FIRST_LEAD}) {
        model.forecast(inputs, lead).forEach(days::addAll);
      }
    } catch (RuntimeException failure) {
      return Optional.of("fails on a trial: " + failure);
    }
    return days.stream()
        .flatMap(day -> Plausibility.problem(day).stream())
        .findFirst()
        .or(() -> constant(days));
  }

  private static Optional<String> constant(List<DayForecast> days) {
    long different = days.stream().mapToDouble(DayForecast::mean).distinct().count();
    return different > 1
        ? Optional.empty()
        : Optional.of("the same forecast for a busy and for an empty community");
  }

  private static List<ForecastInput> inputs() {
    List<ForecastInput> inputs = new ArrayList<>();
    DemandSeries city = series(LEVELS[0] + LEVELS[1] + LEVELS[2]);
    for (int i = 0; i < LEVELS.length; i++) {
      Community community =
          new Community(
              i + 1, "TRIAL " + i, 41.88, -87.63, OptionalDouble.empty(), Optional.empty());
      inputs.add(new ForecastInput(community, series(LEVELS[i]), city, ORIGIN));
    }
    return List.copyOf(inputs);
  }

  private static DemandSeries series(double level) {
    float[] rides = new float[DAYS];
    for (int day = 0; day < DAYS; day++) {
      int weekday = FIRST.plusDays(day).getDayOfWeek().getValue() - 1;
      rides[day] = Math.round(level * WEEKDAY[weekday] * (1 + 0.1 * Math.sin(day)));
    }
    return DemandSeries.of(FIRST, rides);
  }
}
