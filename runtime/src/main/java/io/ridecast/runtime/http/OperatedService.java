package io.ridecast.runtime.http;

import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.Service;
import java.util.concurrent.CompletableFuture;

/** A service together with the server that shows its metrics and health, up first and down last. */
public final class OperatedService implements Service {
  private final Service service;
  private final MetricsRegistry metrics;
  private final OperationsServer server;

  /**
   * Does not start anything yet.
   *
   * @param metrics closed with the service
   * @param port of the server, 0 for any free one
   * @param setting the setting that the port comes from, named when it is taken
   */
  public OperatedService(Service service, MetricsRegistry metrics, int port, String setting) {
    this.service = service;
    this.metrics = metrics;
    this.server = new OperationsServer(port, setting, metrics, service::health);
  }

  @Override
  public String name() {
    return service.name();
  }

  /** The port of the server, once started. */
  public int port() {
    return server.port();
  }

  @Override
  public void start() {
    server.start();
    service.start();
  }

  @Override
  public Health health() {
    return service.health();
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return service.stopped();
  }

  @Override
  public void close() {
    service.close();
    server.close();
    metrics.close();
  }
}
