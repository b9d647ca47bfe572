package io.ridecast.aggregator;

import io.micrometer.core.instrument.MeterRegistry;
import io.ridecast.aggregator.books.LedgerGauges;
import io.ridecast.aggregator.counting.CountingMetrics;
import io.ridecast.aggregator.counting.CountingSetup;
import io.ridecast.aggregator.counting.FeedProgress;
import io.ridecast.aggregator.days.CommunityRosters;
import io.ridecast.runtime.http.OperationsServer;
import io.ridecast.runtime.kafka.StreamsService;
import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.CannotStart;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.Service;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The aggregator as a service: its stream application, its metrics and its health. */
public final class AggregatorService implements Service {
  /** Its name. */
  public static final String NAME = "aggregator";

  private final AggregatorConfig config;
  private final SchemaRegistry registry;
  private final InstantSource wall;
  private final MetricsRegistry metrics = new MetricsRegistry(NAME);
  private final OperationsServer operations;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private volatile @Nullable StreamsService streams;

  /** A service that is not started yet. */
  public AggregatorService(AggregatorConfig config, SchemaRegistry registry, InstantSource wall) {
    this.config = config;
    this.registry = registry;
    this.wall = wall;
    this.operations = new OperationsServer(config.httpPort(), "HTTP_PORT", metrics, this::health);
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Looks at the topics, then starts.
   *
   * @throws CannotStart naming each topic that is missing or has a wrong number of partitions
   */
  @Override
  public void start() {
    operations.start();
    StreamsService service =
        new StreamsService(
            NAME,
            new AggregatorTopology(setup(checkedPartitions())).get(),
            AggregatorSettings.of(config),
            metrics.meters());
    streams = service;
    var unused = service.stopped().whenComplete((nothing, failure) -> end(failure));
    service.start();
  }

  @Override
  public Health health() {
    StreamsService service = streams;
    return service == null ? new Health.Starting("its topics") : service.health();
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  /** The port of its metrics and health. */
  public int httpPort() {
    return operations.port();
  }

  /** What it measures of itself. */
  public MeterRegistry meters() {
    return metrics.meters();
  }

  @Override
  public void close() {
    StreamsService service = streams;
    if (service != null) {
      service.close();
    }
    operations.close();
    stopped.complete(null);
  }

  private int checkedPartitions() {
    try (Admin admin = Admin.create(config.kafka().admin())) {
      TopicAdmin topics = new TopicAdmin(admin, TopicCatalogue.load());
      List<String> problems = topics.problems();
      if (!problems.isEmpty()) {
        throw new CannotStart(String.join("; ", problems));
      }
      return topics.communityPartitions();
    }
  }

  private CountingSetup setup(int partitions) {
    return new CountingSetup(
        config.catalogue().serviceDay(),
        new CommunityRosters(config.catalogue(), config.calendar(), partitions),
        config.feeds(),
        config.rules(),
        config.clock(),
        registry,
        new CountingMetrics(metrics.meters()),
        new FeedProgress(config.feeds(), config.clock(), wall, metrics.meters()),
        new LedgerGauges(metrics.meters()));
  }

  private void end(@Nullable Throwable failure) {
    if (failure == null) {
      stopped.complete(null);
    } else {
      stopped.completeExceptionally(failure);
    }
  }
}
