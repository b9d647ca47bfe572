package io.ridecast.trainer;

import io.micrometer.core.instrument.MeterRegistry;
import io.ridecast.runtime.http.OperatedService;
import io.ridecast.runtime.metrics.MetricsRegistry;
import io.ridecast.runtime.service.Health;
import io.ridecast.runtime.service.Service;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.trainer.duty.TrainerLoop;
import io.ridecast.trainer.steps.BoostedFitting;
import io.ridecast.trainer.steps.ModelFitting;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** The trainer as a service, with its metrics and health on a port of its own. */
public final class TrainerService implements Service {
  private static final String NAME = "trainer";

  private final OperatedService operated;

  /** A trainer that is not started yet. */
  public TrainerService(TrainerConfig config, SchemaRegistry registry, InstantSource wall) {
    this(
        config,
        registry,
        wall,
        new BoostedFitting(config.parameters(), config.trials(), config.longestSearch(), wall));
  }

  /** A trainer with another way to make models. */
  public TrainerService(
      TrainerConfig config, SchemaRegistry registry, InstantSource wall, ModelFitting fitting) {
    MetricsRegistry metrics = new MetricsRegistry(NAME);
    this.operated =
        new OperatedService(
            new LoopService(loop(config, registry, wall, fitting, metrics.meters())),
            metrics,
            config.port(),
            config.portSetting());
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The port of metrics and health, once started. */
  public int port() {
    return operated.port();
  }

  @Override
  public void start() {
    operated.start();
  }

  @Override
  public Health health() {
    return operated.health();
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return operated.stopped();
  }

  @Override
  public void close() {
    operated.close();
  }

  private static TrainerLoop loop(
      TrainerConfig config,
      SchemaRegistry registry,
      InstantSource wall,
      ModelFitting fitting,
      MeterRegistry meters) {
    return new TrainerLoop(
        config.kafka(),
        new AvroSerdes(registry),
        config.catalogue(),
        config.events(),
        config.schedules(),
        Keeping.of(config.storage(), wall),
        fitting,
        new FollowedClock(config.clock(), wall),
        wall,
        meters);
  }
}
