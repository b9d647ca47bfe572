package io.ridecast.monitor.state;

import io.ridecast.runtime.time.BusinessClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Drops days that are too old, once a business day. UTC's date will do: which hour of the hundredth
 * day it is does not matter.
 */
public final class Expiry {
  /** As long as forecast-log: the window, and the weeks that the seasonal naive looks back. */
  static final int KEPT_DAYS = 100;

  private final BusinessClock clock;
  private LocalDate last = LocalDate.EPOCH;

  public Expiry(BusinessClock clock) {
    this.clock = clock;
  }

  /**
   * Does nothing unless a business day has begun since the last call.
   *
   * @param date of a value
   */
  public <V> void drop(KeyValueStore<String, V> store, Function<V, LocalDate> date) {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    if (today.isAfter(last)) {
      last = today;
      old(store, date, today.minusDays(KEPT_DAYS)).forEach(store::delete);
    }
  }

  private static <V> List<String> old(
      KeyValueStore<String, V> store, Function<V, LocalDate> date, LocalDate first) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, V> rows = store.all()) {
      rows.forEachRemaining(
          row -> {
            if (date.apply(row.value).isBefore(first)) {
              keys.add(row.key);
            }
          });
    }
    return keys;
  }
}
