package io.ridecast.benchmarks.broker;

import io.ridecast.benchmarks.machine.ChildProcess;
import io.ridecast.local.broker.EmbeddedBroker;
import io.ridecast.local.ports.Port;
import java.io.IOException;
import java.nio.file.Path;

/** The broker in a process of its own, so that what it costs is in nobody's account. */
final class BrokerMain {
  static final String DIRECTORY = "BROKER_DIR";
  static final String READY = "broker ";

  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(System.getenv(DIRECTORY));
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, Port.free("BROKER_PORT"))) {
      System.out.println(READY + broker.bootstrapServers());
      ChildProcess.awaitEndOfInput();
    }
    System.exit(0);
  }
}
