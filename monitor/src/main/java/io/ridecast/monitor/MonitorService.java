package io.ridecast.monitor;

import io.ridecast.monitor.accuracy.AccuracyGauges;
import io.ridecast.runtime.http.OperatedService;
import io.ridecast.runtime.kafka.StreamsService;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.Service;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.Topology;

/** Puts the monitor together: its topology, its metrics and their port. */
public final class MonitorService implements Service {
  private static final String NAME = "monitor";
  private static final String APPLICATION_ID = "ridecast-monitor";

  private final OperatedService service;

  /** Does not start anything yet. */
  public MonitorService(MonitorConfig config, SchemaRegistry registry, InstantSource wall) {
    MetricsRegistry metrics = new MetricsRegistry(NAME);
    FollowedClock clock = new FollowedClock(config.clock(), wall);
    Topology topology =
        new MonitorTopology(new AvroSerdes(registry), clock, new AccuracyGauges(metrics.meters()))
            .get();
    StreamsService streams =
        new StreamsService(
            NAME,
            topology,
            StreamsSettings.exactlyOnce(
                config.kafka(), APPLICATION_ID, config.stateDir(), Topics.deadLetters(NAME)),
            metrics.meters());
    service = new OperatedService(streams, metrics, config.httpPort(), config.httpPortSetting());
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The port of metrics and health, once started. */
  public int port() {
    return service.port();
  }

  @Override
  public void start() {
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
  }
}
