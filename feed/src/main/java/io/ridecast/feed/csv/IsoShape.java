package io.ridecast.feed.csv;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Reads times of exactly the shape {@code 2020-08-12T05:00:00}, with any fraction of zeros. Nearly
 * all times have it, and a formatter takes ten times as long.
 */
final class IsoShape {
  private static final String SHAPE = "0000-00-00T00:00:00";

  private IsoShape() {}

  /** The time, or empty if {@code text} has another shape or names no real time. */
  static Optional<LocalDateTime> read(String text) {
    if (!fits(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean fits(String text) {
    if (text.length() < SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char expected = SHAPE.charAt(i);
      char found = text.charAt(i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return text.length() == SHAPE.length() || isZeroFraction(text);
  }

  private static boolean isZeroFraction(String text) {
    int length = text.length();
    if (text.charAt(SHAPE.length()) != '.' || length == SHAPE.length() + 1) {
      return false;
    }
    for (int i = SHAPE.length() + 1; i < length; i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
