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

  private final KeyValueStore<String, long[]> progress;

  public PromiseStore(KeyValueStore<String, long[]> progress) {
    this.progress = progress;
  }

  @Override
  public void held(HeldPromise held) {
    FeedPromise promise = held.promise();
    progress.put(
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
    progress.delete(heldKey(held));
  }

  @Override
  public void feed(String name, FeedState state) {
    progress.put(
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
    progress.put(REACHED, new long[] {ridesOffset});
  }

  @Override
  public void replay(Target target) {
    DayStore.each(
        progress,
        (key, row) -> {
          if (key.equals(REACHED)) {
            target.reached(row[0]);
          } else if (key.startsWith(FEED)) {
            target.feed(
                key.substring(FEED.length()),
                new FeedState(
                    InstantColumn.read(row[0]),
                    InstantColumn.read(row[1]),
                    InstantColumn.read(row[2]),
                    row[3] == 1));
          } else if (key.startsWith(HELD)) {
            target.held(held(key, row));
          }
        });
  }

  private static HeldPromise held(String key, long[] row) {
    int slash = key.lastIndexOf('/');
    FeedPromise promise =
        new FeedPromise(
            key.substring(HELD.length(), slash),
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
