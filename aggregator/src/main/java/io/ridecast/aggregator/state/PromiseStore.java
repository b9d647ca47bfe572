package io.ridecast.aggregator.state;

import io.ridecast.aggregator.promises.FeedPromise;
import io.ridecast.aggregator.promises.FeedState;
import io.ridecast.aggregator.promises.PromiseJournal;
import java.time.Instant;
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
  public void held(FeedPromise promise) {
    progress.put(
        heldKey(promise),
        new long[] {
          promise.ridesOffset(),
          InstantColumn.of(promise.completeFrom()),
          InstantColumn.of(promise.completeUntil()),
          InstantColumn.of(promise.loadingUntil()),
          promise.retired() ? 1 : 0
        });
  }

  @Override
  public void released(FeedPromise promise) {
    progress.delete(heldKey(promise));
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
            target.held(promise(key, row));
          }
        });
  }

  private static FeedPromise promise(String key, long[] row) {
    String feed = key.substring(HELD.length(), key.lastIndexOf('/'));
    return new FeedPromise(
        feed.substring(0, feed.lastIndexOf('/')),
        InstantColumn.read(row[1]),
        InstantColumn.read(row[2]),
        row[0],
        InstantColumn.read(row[3]),
        row[4] == 1);
  }

  /** Two promises for one offset differ in what they promise. */
  private static String heldKey(FeedPromise promise) {
    Instant until = promise.completeUntil();
    return HELD
        + promise.feed()
        + '/'
        + promise.ridesOffset()
        + '/'
        + (until == null ? "" : until.toEpochMilli());
  }
}
