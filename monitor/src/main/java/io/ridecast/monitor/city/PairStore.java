package io.ridecast.monitor.city;

import io.ridecast.monitor.scoring.Accuracy;
import io.ridecast.monitor.scoring.Pair;
import io.ridecast.monitor.state.Expiry;
import io.ridecast.monitor.state.KeyDates;
import io.ridecast.monitor.state.StateSerdes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The pairs of all communities, by lead, date and community. */
final class PairStore {
  static final String NAME = "city-pairs";
  private final KeyValueStore<String, Pair> store;

  PairStore(KeyValueStore<String, Pair> store) {
    this.store = store;
  }

  static StoreBuilder<KeyValueStore<String, Pair>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(NAME), Serdes.String(), StateSerdes.pair());
  }

  void put(String key, @Nullable Pair pair) {
    store.put(key, pair);
  }

  Set<Integer> leads() {
    Set<Integer> leads = new TreeSet<>();
    try (KeyValueIterator<String, Pair> rows = store.all()) {
      rows.forEachRemaining(row -> leads.add(row.value.lead()));
    }
    return leads;
  }

  /** The accuracy of a lead over the window that ends on its newest pair's day. */
  Optional<Accuracy> accuracy(int lead) {
    return newest(lead)
        .flatMap(
            to -> Accuracy.of(lead, to, between(lead, Accuracy.windowFrom(to), to.plusDays(1))));
  }

  void expire(Expiry expiry) {
    expiry.drop(store, Pair::date);
  }

  private Optional<LocalDate> newest(int lead) {
    try (KeyValueIterator<String, Pair> rows =
        store.reverseRange(
            Pair.keyStart(lead, KeyDates.FIRST), Pair.keyStart(lead, KeyDates.LAST))) {
      return rows.hasNext() ? Optional.of(rows.next().value.date()) : Optional.empty();
    }
  }

  private List<Pair> between(int lead, LocalDate from, LocalDate before) {
    List<Pair> pairs = new ArrayList<>();
    try (KeyValueIterator<String, Pair> rows =
        store.range(Pair.keyStart(lead, from), Pair.keyStart(lead, before))) {
      rows.forEachRemaining(row -> pairs.add(row.value));
    }
    return pairs;
  }
}
