package io.ridecast.runtime.service;

import java.util.concurrent.CompletableFuture;

/** A service that does what a test tells it. */
public final class FakeService implements Service {
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private volatile Health health = new Health.Starting("the test");
  private volatile boolean started;

  public void becomes(Health now) {
    health = now;
  }

  public void fails(Throwable cause) {
    stopped.completeExceptionally(cause);
  }

  public boolean started() {
    return started;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public void start() {
    started = true;
  }

  @Override
  public Health health() {
    return health;
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public void close() {
    stopped.complete(null);
  }
}
