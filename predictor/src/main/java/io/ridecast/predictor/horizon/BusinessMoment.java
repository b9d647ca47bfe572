package io.ridecast.predictor.horizon;

import io.ridecast.forecasting.catalogue.ServiceDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One instant of the business clock, seen through the city's days and the time a close may take.
 */
public final class BusinessMoment {
  /**
   * How long after it is due a close may still be on its way before the forecasts that rest on the
   * day before are called stale. Feeds promise in steps, not at the very second.
   */
  static final Duration OVERDUE_AFTER = Duration.ofMinutes(30);

  private final Instant now;
  private final ServiceDay serviceDay;
  private final Duration grace;

  public BusinessMoment(Instant now, ServiceDay serviceDay, Duration grace) {
    this.now = now;
    this.serviceDay = serviceDay;
    this.grace = grace;
  }

  /** The business time itself. */
  public Instant now() {
    return now;
  }

  /** The business date: the first day that a current forecast covers. */
  public LocalDate today() {
    return serviceDay.of(now);
  }

  /** The newest day that should be closed by now: it ended at least the grace ago. */
  public LocalDate newestDue() {
    return newestEnded(now.minus(grace));
  }

  /** Whether a later day than this origin should have been closed for a good while. */
  public boolean overdue(LocalDate origin) {
    return origin.isBefore(newestEnded(now.minus(grace).minus(OVERDUE_AFTER)));
  }

  /** When the day is over. */
  public Instant end(LocalDate day) {
    return serviceDay.end(day);
  }

  private LocalDate newestEnded(Instant at) {
    return serviceDay.of(at).minusDays(1);
  }
}
