package io.ridecast.monitor;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ridecast.monitor.accuracy.AccuracyGauges;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Forecast;
import io.ridecast.records.ForecastAccuracy;
import io.ridecast.records.ForecastDay;
import io.ridecast.records.ForecastQuality;
import io.ridecast.records.ForecastTrigger;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.runtime.time.ClockMode;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.registry.InMemoryRegistry;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The monitor's topology under the test driver, spoken to in days and rides. */
final class MonitorDriver implements AutoCloseable {
  private static final double SPREAD = 10;

  private final FollowedClock clock =
      new FollowedClock(ClockMode.WATERMARK, InstantSource.system());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AvroSerdes serdes;
  private final Topology topology;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Forecast> forecasts;
  private final TestInputTopic<String, DailyDemand> demand;
  private final TestInputTopic<String, BusinessClock> time;
  private final TestOutputTopic<String, ForecastAccuracy> accuracy;

  MonitorDriver(Path state) {
    serdes = new AvroSerdes(new InMemoryRegistry());
    topology = new MonitorTopology(serdes, clock, new AccuracyGauges(meters)).get();
    driver =
        new TopologyTestDriver(
            topology,
            StreamsSettings.exactlyOnce(
                KafkaConfig.plain("localhost:9092"), "monitor", state, "monitor-dead-letters"));
    forecasts = input(Topics.FORECAST_LOG);
    demand = input(Topics.DAILY_DEMAND);
    time = input(Topics.BUSINESS_CLOCK);
    accuracy =
        driver.createOutputTopic(
            Topics.FORECAST_ACCURACY.name(),
            new StringDeserializer(),
            serdes.value(Topics.FORECAST_ACCURACY).deserializer());
  }

  /** Closes a day, and lets the business clock reach 2 hours after its end. */
  void close(String community, LocalDate date, int rides) {
    count(community, date, rides, DemandStatus.CLOSED);
  }

  void count(String community, LocalDate date, int rides, DemandStatus status) {
    demand.pipeInput(
        DemandKey.of(community, date),
        DailyDemand.newBuilder()
            .setCommunity(community)
            .setDate(date)
            .setRides(rides)
            .setRevision(1)
            .setStatus(status)
            .setEmittedAt(closing(date))
            .build());
  }

  void forget(String community, LocalDate date) {
    demand.pipeInput(DemandKey.of(community, date), null);
  }

  /** Forecasts the three days after the origin, the same rides each, P10 to P90 within 10. */
  void forecast(String community, LocalDate origin, double rides, String version) {
    forecast(community, origin, rides, version, closing(origin));
  }

  void forecast(String community, LocalDate origin, double rides, String version, Instant at) {
    forecasts.pipeInput(
        community,
        Forecast.newBuilder()
            .setForecastId(community + origin + version)
            .setCommunity(community)
            .setOriginDate(origin)
            .setDays(
                IntStream.rangeClosed(1, 3)
                    .mapToObj(lead -> day(origin.plusDays(lead), lead, rides))
                    .toList())
            .setModelVersion(version)
            .setTrigger(ForecastTrigger.DATA)
            .setQuality(ForecastQuality.NORMAL)
            .setGeneratedAt(at)
            .setValidUntil(at.plus(Duration.ofDays(1)))
            .build());
  }

  void clock(Instant now) {
    time.pipeInput("clock", new BusinessClock(now, false));
  }

  void letTimePass() {
    driver.advanceWallClockTime(Duration.ofSeconds(1));
  }

  /** The last accuracy by key since the last call. */
  Map<String, ForecastAccuracy> accuracies() {
    return accuracy.readKeyValuesToMap();
  }

  double gauge(String name, String... tags) {
    return meters.get(name).tags(tags).gauge().value();
  }

  long keptDays() {
    return rows("monitored-days") + rows("city-pairs");
  }

  String description() {
    return topology.describe().toString();
  }

  static Instant closing(LocalDate date) {
    return date.plusDays(1).atTime(7, 0).toInstant(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    driver.close();
  }

  private long rows(String store) {
    long rows = 0;
    try (var all = driver.getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        all.next();
        rows++;
      }
    }
    return rows;
  }

  private static ForecastDay day(LocalDate date, int lead, double rides) {
    return new ForecastDay(date, lead, rides, rides - SPREAD, rides, rides + SPREAD);
  }

  private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
    return driver.createInputTopic(
        topic.name(), new StringSerializer(), serdes.value(topic).serializer());
  }
}
