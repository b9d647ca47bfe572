package io.ridecast.local.demo;

import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.runtime.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The services of the demo, all in this process. */
final class DemoServices implements AutoCloseable {
  private final List<Service> services;

  DemoServices(List<Service> services) {
    this.services = List.copyOf(services);
  }

  /** Starts all of them at once: each waits by itself for what it needs. */
  void start() {
    services.forEach(Service::start);
  }

  /** Which service has failed and why, if one has. */
  Optional<String> failure() {
    for (Service service : services) {
      if (service.health() instanceof Health.Failed failed) {
        return Optional.of("The " + service.name() + " cannot go on: " + failed.cause());
      }
      if (service.stopped().isCompletedExceptionally()) {
        return Optional.of("The " + service.name() + " cannot go on: " + cause(service));
      }
    }
    return Optional.empty();
  }

  /** Ends all of them at once, and waits. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            services.stream()
                .map(service -> CompletableFuture.runAsync(service::close, Threads.named("stop")))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static String cause(Service service) {
    return service.stopped().handle((done, cause) -> RootCause.of(cause)).join();
  }
}
