package io.ridecast.monitor.clock;

import io.ridecast.records.BusinessClock;
import io.ridecast.runtime.time.FollowedClock;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Keeps the process's business clock at what the topic says; a global store, so at every start. */
@SuppressWarnings("NullAway.Init") // Streams calls init before anything else.
public final class ClockFollowing implements Processor<String, BusinessClock, Void, Void> {
  private static final String STORE = "business-clock";

  private final FollowedClock clock;
  private KeyValueStore<String, BusinessClock> store;

  public ClockFollowing(FollowedClock clock) {
    this.clock = clock;
  }

  /** The store that goes with it. */
  public static StoreBuilder<KeyValueStore<String, BusinessClock>> store(
      Serde<BusinessClock> serde) {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), serde)
        .withLoggingDisabled();
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, BusinessClock> told) {
    BusinessClock time = told.value();
    store.put(told.key(), time);
    if (time != null) {
      clock.follow(time.getNow(), time.getLoading());
    }
  }
}
