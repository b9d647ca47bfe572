package io.ridecast.feed.report;

import java.time.Instant;

/** Told how a feed gets on, by the thread that runs it. Every method may be left as it is. */
public interface FeedProgress {
  /** Tells nobody. */
  FeedProgress SILENT = new FeedProgress() {};

  /** The first pass through the input begins. */
  default void surveying(String what) {}

  /** The first pass is done, sending begins. */
  default void begins(FeedPlan plan) {}

  /** {@code rows} rows of the history are behind it; called every few thousand rows. */
  default void advanced(long rows) {}

  /** The history is sent and acknowledged. */
  default void historySent(long rides) {}

  /** Live: all rides up to {@code until} are sent, {@code rides} of them since the last call. */
  default void live(Instant until, long rides) {}

  /** The feed has ended. */
  default void ended(FeedReport report) {}
}
