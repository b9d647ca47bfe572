package io.ridecast.predictor.forecasts;

import io.ridecast.predictor.state.CommunityState;
import io.ridecast.predictor.state.CommunityStateSerde;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The stores of one task: its communities, the model that served last, how far demand is read. */
final class ForecastStores {
  static final String COMMUNITIES = "communities";
  static final String SERVED_MODEL = "served-model";
  static final String DEMAND_POSITION = "demand-position";
  private static final String ONLY_KEY = "demand";

  private final KeyValueStore<String, CommunityState> communities;
  private final KeyValueStore<String, ModelAnnouncement> servedModel;
  private final KeyValueStore<String, Long> demandPosition;

  ForecastStores(ProcessorContext<?, ?> context) {
    this.communities = context.getStateStore(COMMUNITIES);
    this.servedModel = context.getStateStore(SERVED_MODEL);
    this.demandPosition = context.getStateStore(DEMAND_POSITION);
  }

  /** Cached, so that a day that closes in many steps is one change in the log. */
  static Set<StoreBuilder<?>> builders(AvroSerdes serdes) {
    List<StoreBuilder<?>> inOrder =
        List.of(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(COMMUNITIES),
                    serdes.key(),
                    CommunityStateSerde.create())
                .withCachingEnabled(),
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(SERVED_MODEL),
                serdes.key(),
                serdes.value(Topics.MODELS)),
            Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(DEMAND_POSITION), serdes.key(), Serdes.Long())
                .withCachingEnabled());
    return new LinkedHashSet<>(inOrder);
  }

  KeyValueIterator<String, CommunityState> allCommunities() {
    return communities.all();
  }

  CommunityState community(String key) {
    @Nullable CommunityState state = communities.get(key);
    return state == null ? CommunityState.empty() : state;
  }

  void put(String key, CommunityState state) {
    communities.put(key, state);
  }

  @Nullable ModelAnnouncement servedModel() {
    return servedModel.get(ONLY_KEY);
  }

  void serve(ModelAnnouncement announcement) {
    servedModel.put(ONLY_KEY, announcement);
  }

  /** Offset of the last record read; -1 before the first. */
  long demandPosition() {
    @Nullable Long position = demandPosition.get(ONLY_KEY);
    return position == null ? -1 : position;
  }

  void demandPosition(long offset) {
    demandPosition.put(ONLY_KEY, offset);
  }
}
