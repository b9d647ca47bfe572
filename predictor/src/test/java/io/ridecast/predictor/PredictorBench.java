package io.ridecast.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.predictor.forecasts.ForecastMetrics;
import io.ridecast.predictor.models.ModelEvents;
import io.ridecast.predictor.models.ReadyModel;
import io.ridecast.records.Forecast;
import io.ridecast.records.ModelRejection;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The predictor's topology on a bench: demand, clock and models in by hand, forecasts out. */
final class PredictorBench implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(6);

  /** The last day of the history that it can be given. */
  static final LocalDate LAST = LocalDate.of(2020, 9, 10);

  private static final List<String> STORES =
      List.of("communities", "served-model", "demand-position", "city-forecast-parts");

  final PredictorInput in;
  final PredictorOutput out;
  final List<ModelRejection> rejections = new ArrayList<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PredictorSetup setup;
  private final Topology topology;
  private final TopologyTestDriver driver;

  PredictorBench(PredictorSetup setup) {
    this.setup = setup;
    Catalogue catalogue = Catalogue.chicago();
    AvroSerdes serdes = new AvroSerdes(setup.registry);
    this.topology = setup.topology(catalogue, serdes, new ForecastMetrics(meters), new Told());
    this.driver =
        new TopologyTestDriver(
            topology,
            StreamsSettings.exactlyOnce(
                KafkaConfig.plain("nowhere:9092"),
                "predictor",
                setup.directory.resolve("state"),
                Topics.deadLetters("predictor")),
            Instant.parse("2026-01-01T00:00:00Z"));
    this.in = new PredictorInput(driver, serdes, catalogue);
    this.out = new PredictorOutput(driver, serdes);
  }

  /** 30 days of every community up to {@link #LAST}, and the forecasts that follow. */
  void readHistory() {
    in.clock(LAST.minusDays(30), 0, true);
    in.history(LAST, 30);
    in.clockAtCloseOf(LAST);
    rounds(3);
  }

  /** The same, with the forecasts taken: what comes out behind it is news. */
  void settle() {
    readHistory();
    assertThat(out.forecasts()).hasSize(77);
    out.log();
  }

  /** The same, and then the first model's forecasts. */
  List<Forecast> settle(ForecastModel model) throws IOException {
    settle();
    announce(1, model.version(), model);
    rounds(2);
    return out.forecasts();
  }

  /** Stores a model's bundle and announces it. */
  void announce(long sequence, String version, ForecastModel model) throws IOException {
    in.announce(sequence, version, setup.bundles.put(version, model));
  }

  void rounds(int count) {
    for (int i = 0; i < count; i++) {
      driver.advanceWallClockTime(Duration.ofMillis(50));
    }
  }

  void wait(Duration time) {
    rounds((int) (time.toMillis() / 50));
  }

  /** Ends this bench and starts another with the same state, as a restart from changelogs does. */
  PredictorBench restart() {
    List<Stored> kept = new ArrayList<>();
    for (String name : STORES) {
      try (KeyValueIterator<Object, Object> all = driver.getKeyValueStore(name).all()) {
        all.forEachRemaining(entry -> kept.add(new Stored(name, entry.key, entry.value)));
      }
    }
    close();
    PredictorBench next = setup.start();
    kept.forEach(entry -> next.driver.getKeyValueStore(entry.name).put(entry.key, entry.value));
    return next;
  }

  private record Stored(String name, Object key, Object value) {}

  String description() {
    return topology.describe().toString();
  }

  @Override
  public void close() {
    driver.close();
  }

  /** Keeps the refusals. */
  private final class Told implements ModelEvents {
    @Override
    public void serves(Optional<ReadyModel> model) {}

    @Override
    public void refused(ModelRejection rejection) {
      rejections.add(rejection);
    }
  }
}
