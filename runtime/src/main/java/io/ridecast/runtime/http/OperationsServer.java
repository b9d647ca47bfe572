package io.ridecast.runtime.http;

import io.javalin.Javalin;
import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.Health;
import java.util.function.Supplier;

/** Serves a service's metrics and health on a port of its own. */
public final class OperationsServer implements AutoCloseable {
  private final HttpServer server;

  /**
   * A server that is not started yet.
   *
   * @param port 0 for any free one
   * @param setting the setting that the port comes from, named when it is taken
   */
  public OperationsServer(
      int port, String setting, MetricsRegistry metrics, Supplier<Health> health) {
    OperationsRoutes routes = new OperationsRoutes(metrics, health);
    Javalin application =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              routes.addTo(config.router);
            });
    this.server = new HttpServer(application, port, setting);
  }

  /**
   * Begins to listen.
   *
   * @throws PortTaken if something else listens on the port
   */
  public void start() {
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
