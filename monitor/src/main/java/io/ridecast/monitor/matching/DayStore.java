package io.ridecast.monitor.matching;

import io.ridecast.monitor.scoring.MonitoredDay;
import io.ridecast.monitor.state.Expiry;
import io.ridecast.monitor.state.KeyDates;
import io.ridecast.monitor.state.StateSerdes;
import io.ridecast.schemas.topics.DemandKey;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The days of all communities of a task, by community and date. */
final class DayStore {
  static final String NAME = "monitored-days";

  private final KeyValueStore<String, MonitoredDay> store;

  DayStore(KeyValueStore<String, MonitoredDay> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<String, MonitoredDay>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(NAME), Serdes.String(), StateSerdes.day());
  }

  MonitoredDay get(String community, LocalDate date) {
    MonitoredDay day = store.get(DemandKey.of(community, date));
    return day == null ? MonitoredDay.unknown(date) : day;
  }

  void put(String community, MonitoredDay day) {
    store.put(DemandKey.of(community, day.date()), day);
  }

  NavigableMap<LocalDate, MonitoredDay> days(String community) {
    NavigableMap<LocalDate, MonitoredDay> days = new TreeMap<>();
    try (KeyValueIterator<String, MonitoredDay> rows =
        store.range(
            DemandKey.of(community, KeyDates.FIRST), DemandKey.of(community, KeyDates.LAST))) {
      rows.forEachRemaining(row -> days.put(row.value.date(), row.value));
    }
    return days;
  }

  /** Communities for which anything was forecast. */
  Set<String> forecasted() {
    Set<String> communities = new HashSet<>();
    try (KeyValueIterator<String, MonitoredDay> rows = store.all()) {
      while (rows.hasNext()) {
        KeyValue<String, MonitoredDay> row = rows.next();
        if (!row.value.forecasts().isEmpty()) {
          communities.add(DemandKey.community(row.key));
        }
      }
    }
    return communities;
  }

  void expire(Expiry expiry) {
    expiry.drop(store, MonitoredDay::date);
  }
}
