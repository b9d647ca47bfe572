package io.ridecast.local.demo;

import io.ridecast.local.broker.EmbeddedBroker;
import io.ridecast.local.registry.RegistryInstallation;
import io.ridecast.local.registry.RegistryProcess;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** What the services stand on: the broker with its topics, and the registry. */
final class DemoPlatform implements AutoCloseable {
  private final EmbeddedBroker broker;
  private final RegistryProcess registry;

  private DemoPlatform(EmbeddedBroker broker, RegistryProcess registry) {
    this.broker = broker;
    this.registry = registry;
  }

  /**
   * Starts both at once; returns when both answer and every topic is there.
   *
   * @throws IOException if one does not start; then neither runs
   */
  static DemoPlatform start(
      DemoDirectory directory, DemoPorts ports, RegistryInstallation installation)
      throws IOException {
    CompletableFuture<RegistryProcess> registry =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return RegistryProcess.start(installation, directory.registry(), ports.registry());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    @Nullable EmbeddedBroker broker = null;
    try {
      broker = EmbeddedBroker.start(directory.broker(), ports.broker());
      try (Admin admin = Admin.create(KafkaConfig.plain(broker.bootstrapServers()).admin())) {
        new TopicAdmin(admin, TopicCatalogue.load()).create((short) 1);
      }
      return new DemoPlatform(broker, registry.join());
    } catch (CompletionException e) {
      close(broker);
      throw cause(e);
    } catch (IOException | RuntimeException e) {
      close(broker);
      end(registry);
      throw e;
    }
  }

  KafkaConfig kafka() {
    return KafkaConfig.plain(broker.bootstrapServers());
  }

  URI registryUrl() {
    return registry.url();
  }

  /** Done when the registry has ended, whoever ended it. */
  CompletableFuture<Integer> registryEnded() {
    return registry.ended();
  }

  /** Says that all will end soon: the registry, which nobody asks any more, may begin with it. */
  void beginToEnd() {
    registry.end();
  }

  @Override
  public void close() throws IOException {
    CompletableFuture<Void> brokerEnds = CompletableFuture.runAsync(broker::close);
    registry.close();
    brokerEnds.join();
  }

  private static void close(@Nullable EmbeddedBroker broker) {
    if (broker != null) {
      broker.close();
    }
  }

  private static void end(CompletableFuture<RegistryProcess> starting) throws IOException {
    try {
      starting.join().close();
    } catch (CompletionException ignored) {
      // It has not started: nothing to end.
    }
  }

  private static IOException cause(CompletionException failure) {
    if (failure.getCause() instanceof UncheckedIOException io && io.getCause() != null) {
      return io.getCause();
    }
    if (failure.getCause() instanceof RuntimeException runtime) {
      throw runtime;
    }
    return new IOException("The schema registry did not start", failure);
  }
}
