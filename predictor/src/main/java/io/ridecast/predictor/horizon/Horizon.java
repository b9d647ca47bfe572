package io.ridecast.predictor.horizon;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The three consecutive days that a forecast covers.
 *
 * @param origin the last closed day that the forecast knows
 * @param firstLead days from the origin to the first of the three, 1 to {@value #LAST_FIRST_LEAD}
 */
public record Horizon(LocalDate origin, int firstLead) {
  /** How many days a forecast covers. */
  public static final int DAYS = 3;

  /** Models know the leads 1 to 7, so the last three begin with this one. */
  public static final int LAST_FIRST_LEAD = 5;

  public Horizon {
    if (firstLead < 1 || firstLead > LAST_FIRST_LEAD) {
      throw new IllegalArgumentException(
          "first lead " + firstLead + " is not within 1 to " + LAST_FIRST_LEAD);
    }
  }

  /**
   * The three days from the business date on. A date before the day after the origin counts as that
   * day, since the close may be heard of before the clock; a date behind the last lead leaves the
   * last three leads, which are expired then.
   */
  public static Horizon of(LocalDate origin, LocalDate today) {
    long lead = ChronoUnit.DAYS.between(origin, today);
    return new Horizon(origin, (int) Math.max(1, Math.min(LAST_FIRST_LEAD, lead)));
  }

  /** The first day covered; a forecast is current until it ends. */
  public LocalDate firstDay() {
    return origin.plusDays(firstLead);
  }

  /** The last day covered. */
  public LocalDate lastDay() {
    return firstDay().plusDays(DAYS - 1L);
  }
}
