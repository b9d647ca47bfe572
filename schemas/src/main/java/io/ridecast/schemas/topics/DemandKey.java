package io.ridecast.schemas.topics;

import java.time.LocalDate;
import java.util.Arrays;

/** The key of one community's day on {@code daily-demand}: {@code <community>/<date>}. */
public final class DemandKey {
  private static final String SEPARATOR = "/";

  private DemandKey() {}

  /** The key of a day, its date in ISO form. */
  public static String of(String community, LocalDate date) {
    return of(community, date.toString());
  }

  /**
   * The same of a date that is in ISO form already. It is asked for each publication, and {@code +}
   * is slow as long as its callers are not compiled for good.
   */
  public static String of(String community, String date) {
    return community.concat(SEPARATOR).concat(date);
  }

  /**
   * The community of a key.
   *
   * @throws IllegalArgumentException if it is no such key
   */
  public static String community(String key) {
    return key.substring(0, separator(key));
  }

  /** The community of a key in UTF-8; all of it if it is no such key. */
  public static byte[] community(byte[] key) {
    for (int at = key.length - 1; at >= 0; at--) {
      if (key[at] == SEPARATOR.charAt(0)) {
        return Arrays.copyOf(key, at);
      }
    }
    return key;
  }

  /**
   * The day of a key.
   *
   * @throws IllegalArgumentException if it is no such key
   * @throws java.time.format.DateTimeParseException if its date is not one
   */
  public static LocalDate date(String key) {
    return LocalDate.parse(key.substring(separator(key) + 1));
  }

  private static int separator(String key) {
    int at = key.lastIndexOf(SEPARATOR);
    if (at < 0) {
      throw new IllegalArgumentException("not a key <community>/<date>: " + key);
    }
    return at;
  }
}
