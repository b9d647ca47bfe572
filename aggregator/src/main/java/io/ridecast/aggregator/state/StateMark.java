package io.ridecast.aggregator.state;

import java.time.ZoneId;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Remembers how the rows are laid out, and of which zone the counted days are. In another zone they
 * begin at other hours: a ride that is known on one day would count again on the next. Neither such
 * counts nor rows of another form can be gone on with.
 */
public final class StateMark {
  /** The form of the rows; to be raised with each change of what they mean. */
  private static final long FORM = 4;

  private static final String PREFIX = "zone/";
  private static final String COUNT_ANEW =
      "count anew (delete the topics daily-demand, city-demand and ridecast-aggregator-*, and"
          + " STATE_DIR)";

  private StateMark() {}

  /**
   * Notes both, at the first time.
   *
   * @throws IllegalStateException saying what differs if the store was written otherwise
   */
  public static void check(KeyValueStore<String, long[]> store, ZoneId zone) {
    try (KeyValueIterator<String, long[]> known = store.range(PREFIX, PREFIX + '\uffff')) {
      if (!known.hasNext()) {
        store.put(PREFIX + zone.getId(), new long[] {FORM});
        return;
      }
      KeyValue<String, long[]> entry = known.next();
      checkForm(entry.value[0]);
      String counted = entry.key.substring(PREFIX.length());
      if (!counted.equals(zone.getId())) {
        throw new IllegalStateException(
            "The days of this state are those of %s, the catalogue says %s: take the catalogue back, or %s"
                .formatted(counted, zone.getId(), COUNT_ANEW));
      }
    }
  }

  private static void checkForm(long form) {
    if (form != FORM) {
      throw new IllegalStateException(
          "This state was written by another version (form %d, this one has %d): go back to it, or %s"
              .formatted(form, FORM, COUNT_ANEW));
    }
  }
}
