package io.ridecast.benchmarks.ladder;

import io.ridecast.records.Ride;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Lets a ride through if its id is not in the store yet. */
final class FirstOfItsId extends ContextualFixedKeyProcessor<String, Ride, Ride> {
  static final String STORE = "ids";

  private final AtomicLong rides;
  private @Nullable KeyValueStore<String, Long> ids;

  FirstOfItsId(AtomicLong rides) {
    this.rides = rides;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Ride> context) {
    super.init(context);
    ids = context.getStateStore(STORE);
  }

  @Override
  public void process(FixedKeyRecord<String, Ride> ride) {
    if (ids != null && ids.putIfAbsent(ride.value().getRideId(), ride.timestamp()) == null) {
      context().forward(ride);
    }
    rides.lazySet(rides.get() + 1);
  }
}
