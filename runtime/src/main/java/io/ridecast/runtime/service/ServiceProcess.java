package io.ridecast.runtime.service;

import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one service as the whole of a process. */
public final class ServiceProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

  private ServiceProcess() {}

  /**
   * Starts the service and waits until it has ended. SIGINT and SIGTERM close it first (the JVM
   * then ends with their codes, 130 and 143).
   *
   * @return the exit code: 0 if it was closed, 1 if it failed; the cause is logged
   */
  public static int run(Service service) {
    Thread onSignal = new Thread(service::close, service.name() + "-shutdown");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      service.start();
      service.stopped().join();
      LOG.info("{} has ended.", service.name());
      return 0;
    } catch (CompletionException failure) {
      return failed(service, failure.getCause() == null ? failure : failure.getCause());
    } catch (RuntimeException failure) {
      return failed(service, failure);
    } finally {
      service.close();
    }
  }

  private static int failed(Service service, Throwable cause) {
    LOG.error("{} cannot go on: {}", service.name(), RootCause.of(cause), cause);
    return 1;
  }
}
