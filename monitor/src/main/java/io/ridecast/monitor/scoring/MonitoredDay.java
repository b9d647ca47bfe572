package io.ridecast.monitor.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One community's day: what was forecast for it, by lead, and what came.
 *
 * @param date the local day
 * @param rides what came; NaN while unknown, and for a day without service
 * @param knownAt business time at which the day was first known; empty until then
 * @param forecasts the forecast that counts, by lead
 */
public record MonitoredDay(
    LocalDate date,
    float rides,
    Optional<Instant> knownAt,
    SortedMap<Integer, PastForecast> forecasts) {

  public MonitoredDay {
    forecasts = Collections.unmodifiableSortedMap(new TreeMap<>(forecasts));
  }

  /** A day of which nothing is known and for which nothing was forecast. */
  public static MonitoredDay unknown(LocalDate date) {
    return new MonitoredDay(date, Float.NaN, Optional.empty(), new TreeMap<>());
  }

  /** Whether a forecast of the day can be compared with what came. */
  public boolean scorable() {
    return !Float.isNaN(rides) && !forecasts.isEmpty();
  }

  /**
   * The day with a forecast for it. Of several with one lead the last generated counts; one that
   * was generated when the day was already known never does, for nobody could act on it.
   */
  public MonitoredDay with(int lead, PastForecast forecast) {
    PastForecast other = forecasts.get(lead);
    boolean late = knownAt.isPresent() && !forecast.generatedAt().isBefore(knownAt.get());
    if (late || (other != null && forecast.generatedAt().isBefore(other.generatedAt()))) {
      return this;
    }
    SortedMap<Integer, PastForecast> changed = new TreeMap<>(forecasts);
    changed.put(lead, forecast);
    return new MonitoredDay(date, rides, knownAt, changed);
  }

  /** The day with what came, for the first time or as a revision. */
  public MonitoredDay closed(int count, Instant at) {
    return known(count, at);
  }

  /** The day as one on which no service ran: missing, not zero. */
  public MonitoredDay outOfService(Instant at) {
    return known(Float.NaN, at);
  }

  private MonitoredDay known(float count, Instant at) {
    Instant first = knownAt.filter(known -> known.isBefore(at)).orElse(at);
    return new MonitoredDay(date, count, Optional.of(first), forecasts);
  }
}
