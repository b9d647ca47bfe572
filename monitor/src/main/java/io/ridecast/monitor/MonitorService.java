package io.ridecast.monitor;

import io.ridecast.monitor.accuracy.AccuracyGauges;
import io.ridecast.runtime.http.OperatedService;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.kafka.StreamsService;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.CannotStart;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.Service;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.TopicAdmin;
import io.ridecast.schemas.topics.TopicCatalogue;
import io.ridecast.schemas.topics.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;

/** The monitor as a service: its stream application, its metrics and its health. */
public final class MonitorService implements Service {
  /** Its name, and its application id on Kafka. */
  public static final String NAME = "monitor";

  private static final String APPLICATION = "ridecast-" + NAME;

  private final KafkaConfig kafka;
  private final OperatedService service;

  /** A service that is not started yet. */
  public MonitorService(MonitorConfig config, SchemaRegistry registry, InstantSource wall) {
    kafka = config.kafka();
    MetricsRegistry metrics = new MetricsRegistry(NAME);
    FollowedClock clock = new FollowedClock(config.clock(), wall);
    AccuracyGauges gauges = new AccuracyGauges(metrics.meters());
    Topology topology = new MonitorTopology(new AvroSerdes(registry), clock, gauges).get();
    StreamsService streams =
        new StreamsService(
            NAME,
            topology,
            StreamsSettings.exactlyOnce(
                kafka, APPLICATION, config.stateDir(), Topics.deadLetters(NAME)),
            metrics.meters());
    service = new OperatedService(streams, metrics, config.httpPort(), "HTTP_PORT");
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The port of its metrics and health, once started. */
  public int httpPort() {
    return service.port();
  }

  /**
   * Looks at the topics, then starts.
   *
   * @throws CannotStart naming each topic that is missing or has a wrong number of partitions
   */
  @Override
  public void start() {
    checkTopics();
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

  private void checkTopics() {
    try (Admin admin = Admin.create(kafka.admin())) {
      TopicAdmin topics = new TopicAdmin(admin, TopicCatalogue.load());
      List<String> problems = topics.problems();
      if (!problems.isEmpty()) {
        throw new CannotStart(String.join("; ", problems));
      }
      topics.communityPartitions();
    }
  }
}
