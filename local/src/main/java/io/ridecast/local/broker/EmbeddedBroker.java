package io.ridecast.local.broker;

import io.ridecast.local.ports.Port;
import java.io.IOException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker with its controller, run by the server's own production code in this process.
 * What it acknowledged survives a restart and a kill of the process.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final Port port;

  private EmbeddedBroker(KafkaRaftServer server, Port port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it takes requests.
   *
   * @param directory where it keeps its log; created and formatted if it is not there
   * @param port where clients connect, on the loopback interface only
   * @throws IOException if the directory cannot be written
   * @throws io.ridecast.local.ports.PortTaken if another program listens there
   */
  public static EmbeddedBroker start(Path directory, Port port) throws IOException {
    port.requireFree();
    BrokerStorage.prepare(directory);
    KafkaConfig config =
        KafkaConfig.fromProps(
            BrokerSettings.of(directory, port, Port.free("the controller's port")), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    return new EmbeddedBroker(server, port);
  }

  /** What a client sets as its bootstrap servers. */
  public String bootstrapServers() {
    return port.address();
  }

  /** Flushes its log and stops; open connections end. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
