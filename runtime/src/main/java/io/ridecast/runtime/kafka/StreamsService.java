package io.ridecast.runtime.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.RootCause;
import io.ridecast.runtime.service.Service;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology. It is ready when all of its partitions are assigned and restored. A failure
 * that may pass (broker or registry away) starts the thread anew; any other ends the service.
 */
public final class StreamsService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(4);

  private final String name;
  private final Topology topology;
  private final Properties settings;
  private final MeterRegistry meters;
  private final Supplier<Optional<String>> waitingFor;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private volatile KafkaStreams streams;
  private KafkaStreamsMetrics metrics;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable String outage;

  /** A service that is ready when the topology runs. */
  public StreamsService(String name, Topology topology, Properties settings, MeterRegistry meters) {
    this(name, topology, settings, meters, Optional::empty);
  }

  /**
   * A service that waits for something more.
   *
   * @param waitingFor what is missing, for people to read, once the topology runs; empty when ready
   */
  public StreamsService(
      String name,
      Topology topology,
      Properties settings,
      MeterRegistry meters,
      Supplier<Optional<String>> waitingFor) {
    this.name = name;
    this.topology = topology;
    this.settings = settings;
    this.meters = meters;
    this.waitingFor = waitingFor;
    this.streams = client();
    this.metrics = measured(streams);
  }

  @Override
  public String name() {
    return name;
  }

  /** The client itself, for queries of its stores. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Starts; state that cannot be opened is deleted, and rebuilt from the changelogs. */
  @Override
  public void start() {
    try {
      streams.start();
    } catch (ProcessorStateException unusable) {
      LOG.warn("{} builds its state anew: {}", name, RootCause.of(unusable));
      metrics.close();
      streams.close(CLOSE_WITHIN);
      StateFiles.of(settings).delete();
      streams = client();
      metrics = measured(streams);
      streams.start();
    }
  }

  @Override
  public Health health() {
    Throwable cause = failure;
    if (cause != null) {
      return new Health.Failed(RootCause.of(cause));
    }
    State state = streams.state();
    if (state != State.RUNNING) {
      String away = outage;
      return new Health.Starting(description(state) + (away == null ? "" : " after: " + away));
    }
    outage = null;
    return waitingFor.get().<Health>map(Health.Starting::new).orElseGet(Health.Ready::new);
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public void close() {
    metrics.close();
    boolean ended =
        streams.close(
            CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_WITHIN));
    if (!ended) {
      LOG.warn("{} did not end within {} s.", name, CLOSE_WITHIN.toSeconds());
    }
    Throwable cause = failure;
    if (cause == null) {
      stopped.complete(null);
    } else {
      stopped.completeExceptionally(cause);
    }
  }

  private KafkaStreams client() {
    KafkaStreams client = new KafkaStreams(topology, settings);
    client.setUncaughtExceptionHandler(this::onFailure);
    client.setStateListener(this::onState);
    return client;
  }

  private KafkaStreamsMetrics measured(KafkaStreams client) {
    KafkaStreamsMetrics measures = new KafkaStreamsMetrics(client);
    measures.bindTo(meters);
    return measures;
  }

  private StreamThreadExceptionResponse onFailure(Throwable cause) {
    if (Outage.isBehind(cause)) {
      outage = RootCause.of(cause);
      LOG.warn("{} tries again: {}", name, RootCause.of(cause));
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    failure = cause;
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void onState(State now, State before) {
    LOG.debug("{}: {} after {}", name, now, before);
    if (now == State.ERROR) {
      Throwable cause = failure;
      stopped.completeExceptionally(
          cause == null ? new IllegalStateException(name + " ended by an error") : cause);
    }
  }

  private static String description(State state) {
    return switch (state) {
      case CREATED -> "its start";
      case REBALANCING -> "its partitions to be assigned and restored";
      default -> "nothing any more: it is " + state;
    };
  }
}
