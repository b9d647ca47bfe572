package io.ridecast.runtime.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;

/** Starts and stops a Javalin application; says plainly when its port is taken. */
public final class HttpServer implements AutoCloseable {
  private final Javalin application;
  private final int port;
  private final String setting;

  /**
   * A server that is not started yet.
   *
   * @param port 0 for any free one
   * @param setting the setting that the port comes from, named when it is taken
   */
  public HttpServer(Javalin application, int port, String setting) {
    this.application = application;
    this.port = port;
    this.setting = setting;
  }

  /**
   * Begins to listen.
   *
   * @throws PortTaken if something else listens on the port
   */
  public void start() {
    try {
      application.start(port);
    } catch (JavalinBindException taken) {
      throw new PortTaken(port, setting, taken);
    }
  }

  /** The port it listens on. */
  public int port() {
    return application.port();
  }

  @Override
  public void close() {
    application.stop();
  }
}
