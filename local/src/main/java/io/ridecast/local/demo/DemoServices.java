package io.ridecast.local.demo;

import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.runtime.service.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services of the demo, all in this process. */
final class DemoServices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoServices.class);

  private final List<Service> services;
  private final List<CompletableFuture<Void>> starts = new ArrayList<>();

  DemoServices(List<Service> services) {
    this.services = List.copyOf(services);
  }

  /** Starts all of them, each in its own thread, and returns at once. */
  void start() {
    services.forEach(
        service ->
            starts.add(
                CompletableFuture.runAsync(
                    service::start, Threads.named("start-" + service.name()))));
  }

  /** Which service has failed and why, if one has. */
  Optional<String> failure() {
    for (int i = 0; i < starts.size(); i++) {
      Service service = services.get(i);
      Optional<String> cause =
          cause(starts.get(i)).or(() -> cause(service.stopped())).or(() -> cause(service.health()));
      if (cause.isPresent()) {
        return Optional.of("The " + service.name() + " cannot go on: " + cause.get());
      }
    }
    return Optional.empty();
  }

  /** Ends all of them at once, and waits. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            services.stream()
                .map(
                    service ->
                        CompletableFuture.runAsync(
                            service::close, Threads.named("stop-" + service.name())))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static Optional<String> cause(CompletableFuture<Void> work) {
    return work.isCompletedExceptionally()
        ? Optional.of(work.handle((done, cause) -> logged(cause)).join())
        : Optional.empty();
  }

  private static String logged(Throwable cause) {
    LOG.info("A service has failed", cause); // the console says it in a line
    return RootCause.of(cause);
  }

  private static Optional<String> cause(Health health) {
    return health instanceof Health.Failed failed ? Optional.of(failed.cause()) : Optional.empty();
  }
}
