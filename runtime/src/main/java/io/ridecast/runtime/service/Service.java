package io.ridecast.runtime.service;

import java.util.concurrent.CompletableFuture;

/** Something that runs until it is closed or fails. */
public interface Service extends AutoCloseable {

  /** Its name in logs, metrics and messages, such as aggregator. */
  String name();

  /** Starts it and returns at once; {@link #health()} tells when it is ready. */
  void start();

  Health health();

  /** Completes when it has ended: normally after {@link #close()}, else with the cause. */
  CompletableFuture<Void> stopped();

  /** Ends it and waits, a few seconds at most; may be called again, and before the start. */
  @Override
  void close();
}
