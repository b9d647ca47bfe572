package io.ridecast.aggregator.state;

import java.time.ZoneId;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Remembers of which zone the counted days are. In another zone they begin at other hours: a ride
 * that is known on one day would count again on the next, so such counts cannot be gone on with.
 */
public final class CountedZone {
  private static final String PREFIX = "zone/";

  private CountedZone() {}

  /**
   * Notes the zone, at the first time.
   *
   * @throws IllegalStateException naming both if the store was counted in another one
   */
  public static void check(KeyValueStore<String, long[]> store, ZoneId zone) {
    try (KeyValueIterator<String, long[]> known = store.range(PREFIX, PREFIX + '\uffff')) {
      if (!known.hasNext()) {
        store.put(PREFIX + zone.getId(), new long[] {1});
        return;
      }
      KeyValue<String, long[]> entry = known.next();
      String counted = entry.key.substring(PREFIX.length());
      if (!counted.equals(zone.getId())) {
        throw new IllegalStateException(
            ("The days of this state are those of %s, the catalogue says %s: take the catalogue"
                    + " back, or count anew (delete the topics daily-demand, city-demand and"
                    + " ridecast-aggregator-*, and STATE_DIR)")
                .formatted(counted, zone.getId()));
      }
    }
  }
}
