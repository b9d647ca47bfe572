package io.ridecast.aggregator.state;

import io.ridecast.aggregator.promises.FeedPromise;
import io.ridecast.aggregator.promises.FeedState;
import io.ridecast.aggregator.promises.HeldPromise;
import io.ridecast.aggregator.promises.PromiseJournal;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the feeds' promises, among how far a partition has come. */
public final class PromiseStore implements PromiseJournal {
  private static final String REACHED = "reached";
  private static final String FEED = "feed/";
  private static final String HELD = "held/";

  private final KeyValueStore<String, long[]> store;

  public PromiseStore(KeyValueStore<String, long[]> store) {
    this.store = store;
  }

  @Override
  public void held(HeldPromise held) {
    FeedPromise promise = held.promise();
    store.put(
        heldKey(held),
        new long[] {
          promise.ridesOffset(),
          InstantColumn.of(promise.completeFrom()),
          InstantColumn.of(promise.completeUntil()),
          InstantColumn.of(promise.loadingUntil()),
          promise.retired() ? 1 : 0
        });
  }

  @Override
  public void released(HeldPromise held) {
    store.delete(heldKey(held));
  }

  @Override
  public void feed(String name, FeedState state) {
    store.put(
        FEED + name,
        new long[] {
          InstantColumn.of(state.completeFrom()),
          InstantColumn.of(state.completeUntil()),
          InstantColumn.of(state.loadingUntil()),
          state.retired() ? 1 : 0
        });
  }

  @Override
  public void reached(long ridesOffset) {
    store.put(REACHED, new long[] {ridesOffset});
  }

  @Override
  public void replay(Target target) {
    long[] reached = store.get(REACHED);
    if (reached != null) {
      target.reached(reached[0]);
    }
    DayStore.each(
        store,
        FEED,
        (feed, row) ->
            target.feed(
                feed,
                new FeedState(
                    InstantColumn.read(row[0]),
                    InstantColumn.read(row[1]),
                    InstantColumn.read(row[2]),
                    row[3] == 1)));
    DayStore.each(store, HELD, (key, row) -> target.held(held(key, row)));
  }

  private static HeldPromise held(String key, long[] row) {
    int slash = key.lastIndexOf('/');
    FeedPromise promise =
        new FeedPromise(
            key.substring(0, slash),
            InstantColumn.read(row[1]),
            InstantColumn.read(row[2]),
            row[0],
            InstantColumn.read(row[3]),
            row[4] == 1);
    return new HeldPromise(Long.parseLong(key.substring(slash + 1)), promise);
  }

  private static String heldKey(HeldPromise held) {
    return HELD + held.promise().feed() + '/' + held.sequence();
  }
}
