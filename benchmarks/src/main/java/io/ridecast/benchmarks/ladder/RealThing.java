package io.ridecast.benchmarks.ladder;

import io.ridecast.aggregator.AggregatorConfig;
import io.ridecast.aggregator.AggregatorService;
import io.ridecast.benchmarks.broker.Committed;
import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.benchmarks.service.RideCounter;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.RideLedger;
import io.ridecast.runtime.settings.Environment;
import io.ridecast.schemas.registry.SchemaRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregator as it runs in production. */
final class RealThing implements Drain {
  private final VariantSetup setup;
  private final SchemaRegistry registry = new SharedSchemas();
  private final AggregatorService service;
  private @Nullable RideCounter counter;

  RealThing(VariantSetup setup) {
    this.setup = setup;
    this.service =
        new AggregatorService(
            AggregatorConfig.from(Environment.of(System.getenv())),
            registry,
            InstantSource.system());
  }

  @Override
  public void start() {
    service.start();
    counter = new RideCounter(service);
  }

  @Override
  public String thread() {
    return "-StreamThread-1";
  }

  @Override
  public long rides() {
    return counter == null ? 0 : counter.rides();
  }

  /** All days are closed when the clock says so; the books follow within a second. */
  @Override
  public void finish() {
    AvroSerdes serdes = new AvroSerdes(registry);
    Instant[] now = {Instant.MIN};
    try (Committed<BusinessClock> clock =
        new Committed<>(
            setup.kafka(),
            Topics.BUSINESS_CLOCK.name(),
            serdes.value(Topics.BUSINESS_CLOCK).deserializer())) {
      while (now[0].isBefore(setup.closes())) {
        clock.poll((key, time) -> now[0] = time.getNow());
      }
    }
    Map<String, Long> consumed = new HashMap<>();
    try (Committed<RideLedger> ledger =
        new Committed<>(
            setup.kafka(),
            Topics.RIDE_LEDGER.name(),
            serdes.value(Topics.RIDE_LEDGER).deserializer())) {
      while (consumed.values().stream().mapToLong(Long::longValue).sum() < setup.rides()) {
        ledger.poll((key, books) -> consumed.put(key, books.getConsumed()));
      }
    }
  }

  @Override
  public long cells() {
    return 0;
  }

  @Override
  public void close() {
    service.close();
  }
}
