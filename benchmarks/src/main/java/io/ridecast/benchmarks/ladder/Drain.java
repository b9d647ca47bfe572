package io.ridecast.benchmarks.ladder;

/** One way to work off the rides, on one thread. */
interface Drain extends AutoCloseable {
  void start();

  /** End of the name of the thread that does it. */
  String thread();

  /** How many rides are processed. */
  long rides();

  /** Waits until what follows from the last ride is written. */
  void finish();

  /** How many communities' days it counted itself; 0 if it does not count. */
  long cells();

  @Override
  void close();
}
