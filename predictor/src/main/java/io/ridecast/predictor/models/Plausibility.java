package io.ridecast.predictor.models;

import io.ridecast.forecasting.model.DayForecast;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Tells a forecast from something that is none. */
public final class Plausibility {
  /** More rides on a day than any community area could see. */
  private static final double MOST_RIDES = 10_000_000;

  private Plausibility() {}

  /** What is wrong with a day, for people to read; empty if nothing is. */
  public static Optional<String> problem(DayForecast day) {
    boolean counts =
        DoubleStream.of(day.mean(), day.p10(), day.p50(), day.p90())
            .allMatch(value -> value >= 0 && value <= MOST_RIDES);
    if (!counts) {
      return Optional.of("not finite, negative or beyond all measure: " + day);
    }
    if (day.p10() > day.p50() || day.p50() > day.p90()) {
      return Optional.of("quantiles that cross: " + day);
    }
    return Optional.empty();
  }
}
