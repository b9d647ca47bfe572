package io.ridecast.aggregator.promises;

/** Where promises are kept over a restart. */
public interface PromiseJournal {

  /** A promise that waits for rides to be read. */
  void held(HeldPromise held);

  /** It waits no longer. */
  void released(HeldPromise held);

  /** What now holds of a feed. */
  void feed(String name, FeedState state);

  /** The rides before this offset have been read. */
  void reached(long ridesOffset);

  /** Tells the target everything that is kept, in any order. */
  void replay(Target target);

  /** What a journal is read back into. */
  interface Target {
    void held(HeldPromise held);

    void feed(String name, FeedState state);

    void reached(long ridesOffset);
  }
}
