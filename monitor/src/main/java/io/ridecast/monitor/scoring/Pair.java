package io.ridecast.monitor.scoring;

import java.time.LocalDate;

/**
 * A forecast and what came.
 *
 * @param community number of the community area
 * @param date the day that was forecast
 * @param lead days from the forecast's origin to it
 * @param actual rides that came
 * @param naive the 7-day seasonal naive forecast of the same origin and lead; NaN if it has none
 * @param forecast what was forecast
 */
public record Pair(
    String community,
    LocalDate date,
    int lead,
    double actual,
    double naive,
    PastForecast forecast) {

  /** What tells it from other pairs, in the order of lead and date: the lead, the date, who. */
  public String key() {
    return keyStart(lead, date) + community;
  }

  /** What the keys of all pairs of one lead and date begin with. */
  public static String keyStart(int lead, LocalDate date) {
    return lead + "/" + date + "/";
  }

  /** The lead that a key begins with. */
  public static int lead(String key) {
    return Integer.parseInt(key.substring(0, key.indexOf('/')));
  }
}
