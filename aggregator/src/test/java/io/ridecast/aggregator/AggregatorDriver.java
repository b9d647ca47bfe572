package io.ridecast.aggregator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ridecast.aggregator.books.LedgerGauges;
import io.ridecast.aggregator.city.CityProcessor;
import io.ridecast.aggregator.counting.CountingMetrics;
import io.ridecast.aggregator.counting.CountingProcessor;
import io.ridecast.aggregator.counting.CountingSetup;
import io.ridecast.aggregator.counting.FeedProgress;
import io.ridecast.aggregator.days.CommunityRosters;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The aggregator's topology with one partition, fed and read as people would. */
final class AggregatorDriver implements AutoCloseable {
  static final String APPLICATION = "aggregator-test";
  static final Instant ARRIVAL = Instant.parse("2020-11-01T00:00:00Z");
  private static final List<String> STORES = List.of(CountingProcessor.STORE, CityProcessor.STORE);

  private final AggregatorSetup setup;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  /** What it has said. */
  final AggregatorOutput out;

  /** What it has measured. */
  final AggregatorMeters meters = new AggregatorMeters(registry);

  private final Path directory;
  private final TopologyTestDriver driver;
  private final AvroSerdes serdes;
  private final TestInputTopic<String, byte[]> rides;
  private final TestInputTopic<String, byte[]> watermarks;
  private Instant arrival = ARRIVAL;
  private long ridesSent;

  AggregatorDriver() {
    this(AggregatorSetup.standard());
  }

  AggregatorDriver(AggregatorSetup setup) {
    this(setup, Map.of());
  }

  private AggregatorDriver(AggregatorSetup setup, Map<String, Map<String, long[]>> state) {
    this.setup = setup;
    this.serdes = new AvroSerdes(setup.registry());
    this.directory = newDirectory();
    this.driver = new TopologyTestDriver(topology(), settings(directory), ARRIVAL);
    this.out = new AggregatorOutput(driver, serdes);
    state.forEach(
        (store, rows) -> {
          KeyValueStore<String, long[]> target = driver.getKeyValueStore(store);
          rows.forEach(target::put);
        });
    this.rides =
        driver.createInputTopic(
            Topics.RIDES.name(), new StringSerializer(), new ByteArraySerializer());
    this.watermarks =
        driver.createInputTopic(
            Topics.RIDE_WATERMARKS.name(), new StringSerializer(), new ByteArraySerializer());
  }

  static Ride ride(String id, String community, String startedAt) {
    return Ride.newBuilder()
        .setRideId(id)
        .setStartedAt(Instant.parse(startedAt))
        .setCommunity(community)
        .setFeed("rides")
        .build();
  }

  Topology topology() {
    return new AggregatorTopology(
            new CountingSetup(
                setup.catalogue().serviceDay(),
                new CommunityRosters(setup.catalogue(), setup.calendar(), setup.partitions()),
                setup.feeds(),
                setup.rules(),
                setup.clock(),
                setup.registry(),
                new CountingMetrics(registry),
                new FeedProgress(
                    setup.feeds(), setup.clock(), InstantSource.fixed(ARRIVAL), registry),
                new LedgerGauges(registry)),
            Stores::inMemoryKeyValueStore)
        .get();
  }

  /** Ends it and starts another with its state, as after a clean stop. */
  AggregatorDriver restart() {
    return restart(setup);
  }

  AggregatorDriver restart(AggregatorSetup next) {
    Map<String, Map<String, long[]>> state = new HashMap<>();
    for (String name : STORES) {
      Map<String, long[]> rows = new HashMap<>();
      try (var entries = driver.<String, long[]>getKeyValueStore(name).all()) {
        entries.forEachRemaining(entry -> rows.put(entry.key, entry.value));
      }
      state.put(name, rows);
    }
    close();
    return new AggregatorDriver(next, state);
  }

  /** What its counting store has in a row. */
  long[] row(String key) {
    return driver.<String, long[]>getKeyValueStore(CountingProcessor.STORE).get(key);
  }

  /** Puts a row there behind its back. */
  void putRow(String key, long... row) {
    driver.<String, long[]>getKeyValueStore(CountingProcessor.STORE).put(key, row);
  }

  void arriveAt(String instant) {
    arrival = Instant.parse(instant);
  }

  void ride(Ride ride) {
    rawRide(ride.getCommunity(), bytes(Topics.RIDES, ride));
  }

  void rawRide(String key, byte[] value) {
    rides.pipeInput(key, value, arrival);
    ridesSent++;
  }

  void ride(TestRecord<String, byte[]> record) {
    rides.pipeInput(record);
    ridesSent++;
  }

  /** The offset behind the last ride. */
  long ridesSent() {
    return ridesSent;
  }

  /** A watermark for the rides sent so far. */
  void promise(String from, String until) {
    promise("rides", from, until, ridesSent);
  }

  void promise(String feed, String from, String until, long offset) {
    watermark(
        RideWatermark.newBuilder()
            .setFeed(feed)
            .setCompleteFrom(Instant.parse(from))
            .setCompleteUntil(Instant.parse(until))
            .setRidesOffset(offset)
            .setSentAt(arrival)
            .build());
  }

  void announce(String feed, String loadingUntil) {
    watermark(
        RideWatermark.newBuilder()
            .setFeed(feed)
            .setRidesOffset(ridesSent)
            .setLoadingUntil(Instant.parse(loadingUntil))
            .setSentAt(arrival)
            .build());
  }

  void watermark(RideWatermark watermark) {
    rawWatermark(watermark.getFeed() + "/0", bytes(Topics.RIDE_WATERMARKS, watermark));
  }

  void rawWatermark(String key, byte[] value) {
    watermarks.pipeInput(key, value, arrival);
  }

  void secondPasses() {
    driver.advanceWallClockTime(Duration.ofSeconds(1));
  }

  /** How many rows of a store have keys that begin so. */
  int rows(String store, String beginning) {
    int count = 0;
    try (var entries = driver.<String, long[]>getKeyValueStore(store).all()) {
      while (entries.hasNext()) {
        count += entries.next().key.startsWith(beginning) ? 1 : 0;
      }
    }
    return count;
  }

  <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
    return serdes.value(topic).serializer().serialize(topic.name(), value);
  }

  @Override
  public void close() {
    try {
      driver.close();
    } finally {
      delete(directory);
    }
  }

  private static Properties settings(Path directory) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return settings;
  }

  private static Path newDirectory() {
    try {
      return Files.createTempDirectory("aggregator");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try {
      Utils.delete(directory.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
