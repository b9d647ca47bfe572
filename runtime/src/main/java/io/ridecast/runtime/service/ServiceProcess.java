package io.ridecast.runtime.service;

import io.ridecast.runtime.settings.Environment;
import io.ridecast.runtime.settings.InvalidSettings;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one service as the whole of a process. */
public final class ServiceProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
  private static final int ENDED = 0;
  private static final int FAILED = 1;

  private ServiceProcess() {}

  /**
   * Reads the settings, builds the service and runs it.
   *
   * @param name of the service, for messages
   * @param assembly reads and checks what it needs; may throw {@link InvalidSettings} and {@link
   *     CannotStart}, whose messages are shown without a stack trace
   * @return the exit code
   */
  public static int run(
      String name, Environment environment, Function<Environment, Service> assembly) {
    Service service;
    try {
      service = assembly.apply(environment);
    } catch (RuntimeException failure) {
      return failed(name, failure);
    }
    return run(service);
  }

  /**
   * Starts the service and waits until it has ended. SIGINT and SIGTERM close it first (the JVM
   * then ends with their codes, 130 and 143).
   *
   * @return the exit code: 0 if it was closed, 1 if it failed; the cause is logged
   */
  public static int run(Service service) {
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, service.name() + "-shutdown"));
    try {
      service.start();
      service.stopped().join();
      LOG.info("{} has ended.", service.name());
      return ENDED;
    } catch (CompletionException failure) {
      return failed(service.name(), failure.getCause() == null ? failure : failure.getCause());
    } catch (RuntimeException failure) {
      return failed(service.name(), failure);
    } finally {
      service.close();
    }
  }

  private static int failed(String name, Throwable cause) {
    if (cause instanceof InvalidSettings || cause instanceof CannotStart) {
      LOG.error("{} cannot start. {}", name, cause.getMessage());
    } else {
      LOG.error("{} cannot go on: {}", name, RootCause.of(cause), cause);
    }
    return FAILED;
  }
}
