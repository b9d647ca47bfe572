package io.ridecast.aggregator.promises;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps promises in memory, so that another ledger can go on where the first one ended. */
final class MemoryPromiseJournal implements PromiseJournal {
  final List<HeldPromise> held = new ArrayList<>();
  final Map<String, FeedState> feeds = new HashMap<>();
  private long reached;

  @Override
  public void held(HeldPromise promise) {
    held.add(promise);
  }

  @Override
  public void released(HeldPromise promise) {
    held.remove(promise);
  }

  @Override
  public void feed(String name, FeedState state) {
    feeds.put(name, state);
  }

  @Override
  public void reached(long ridesOffset) {
    reached = ridesOffset;
  }

  @Override
  public void replay(Target target) {
    held.forEach(target::held);
    feeds.forEach(target::feed);
    target.reached(reached);
  }
}
