package io.ridecast.local.story;

import java.time.LocalDate;

/**
 * The span that is loaded before days happen live.
 *
 * @param from the first local day
 * @param to the last local day
 * @param resumed whether an earlier run had begun with it
 */
public record History(LocalDate from, LocalDate to, boolean resumed) {
  /** How many days it has. */
  public int days() {
    return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
  }
}
