package io.ridecast.benchmarks.broker;

import io.ridecast.benchmarks.machine.ChildProcess;
import io.ridecast.runtime.kafka.KafkaConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real broker in its own JVM. */
public final class BenchBroker implements AutoCloseable {
  private final ChildProcess process;
  private final KafkaConfig kafka;

  private BenchBroker(ChildProcess process, KafkaConfig kafka) {
    this.process = process;
    this.kafka = kafka;
  }

  /** Starts one that keeps its log in {@code directory}, and waits until it takes requests. */
  public static BenchBroker start(Path directory) {
    make(directory);
    ChildProcess process =
        ChildProcess.start(
            BrokerMain.class,
            List.of("-Xmx1g"),
            Map.of(BrokerMain.DIRECTORY, directory.resolve("broker").toString()),
            directory.resolve("broker.log"));
    return new BenchBroker(process, KafkaConfig.plain(process.await(BrokerMain.READY)));
  }

  private static void make(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public KafkaConfig kafka() {
    return kafka;
  }

  @Override
  public void close() {
    process.close();
  }
}
