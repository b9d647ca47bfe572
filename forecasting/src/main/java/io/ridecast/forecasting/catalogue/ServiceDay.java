package io.ridecast.forecasting.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The local days that demand is counted in; the only holder of the time zone. A day has 23 or 25
 * hours where the clocks change.
 */
public final class ServiceDay {
  private final ZoneId zone;

  /** Days of {@code zone}. */
  public ServiceDay(ZoneId zone) {
    this.zone = zone;
  }

  /** The local day that holds {@code instant}. */
  public LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The first instant of {@code day}. */
  public Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The first instant after {@code day}: the start of the next one. */
  public Instant end(LocalDate day) {
    return start(day.plusDays(1));
  }

  /** The zone whose local days these are. */
  public ZoneId zone() {
    return zone;
  }
}
