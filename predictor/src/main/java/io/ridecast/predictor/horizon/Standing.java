package io.ridecast.predictor.horizon;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a community stands between its demand and its forecast.
 *
 * @param newest the newest closed day; empty before the first close
 * @param current the newest forecast; empty before the first
 * @param revised whether a day that bears on the newest forecast has changed since
 */
public record Standing(
    Optional<LocalDate> newest, Optional<CurrentForecast> current, boolean revised) {

  /** How many days back from the origin a revised day still changes what a forecast rests on. */
  public static final int BEARING_DAYS = 28;

  /** Whether a change of that day's count bears on the newest forecast. */
  public boolean bears(LocalDate day) {
    return current
        .map(CurrentForecast::origin)
        .filter(origin -> !day.isAfter(origin) && day.isAfter(origin.minusDays(BEARING_DAYS)))
        .isPresent();
  }

  /** The origin that a forecast by data would have and the newest one has not, if any. */
  Optional<LocalDate> unforecastOrigin() {
    return newest.filter(day -> current.isEmpty() || day.isAfter(current.get().origin()));
  }
}
