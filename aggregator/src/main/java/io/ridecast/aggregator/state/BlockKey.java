package io.ridecast.aggregator.state;

import java.time.LocalDate;

/** The key of a block of ride ids: {@code <last date>/<number>}. */
record BlockKey(int lastDay, int number) {

  static BlockKey parse(String key) {
    int slash = key.lastIndexOf('/');
    return new BlockKey(
        (int) LocalDate.parse(key.substring(0, slash)).toEpochDay(),
        Integer.parseInt(key.substring(slash + 1)));
  }

  String text() {
    return LocalDate.ofEpochDay(lastDay) + "/" + number;
  }
}
