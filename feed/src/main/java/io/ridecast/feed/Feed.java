package io.ridecast.feed;

import io.ridecast.feed.report.FeedReport;

/** Sends rides until its input ends or it is closed. */
public interface Feed extends AutoCloseable {

  /**
   * Sends all that there is to send; blocks meanwhile. To be called once.
   *
   * @throws RuntimeException naming the cause, when the input cannot be used or the broker refuses
   */
  FeedReport run();

  /** Makes {@link #run} return soon, with a report of what was done; for any thread. */
  @Override
  void close();
}
