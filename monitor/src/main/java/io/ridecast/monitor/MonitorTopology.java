package io.ridecast.monitor;

import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.monitor.accuracy.AccuracyGauges;
import io.ridecast.monitor.accuracy.AccuracyRecords;
import io.ridecast.monitor.city.CityPooling;
import io.ridecast.monitor.clock.ClockFollowing;
import io.ridecast.monitor.matching.Finding;
import io.ridecast.monitor.matching.Matching;
import io.ridecast.monitor.matching.Observation;
import io.ridecast.monitor.scoring.Accuracy;
import io.ridecast.monitor.scoring.Pair;
import io.ridecast.monitor.state.StateSerdes;
import io.ridecast.records.Forecast;
import io.ridecast.runtime.time.FollowedClock;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts and daily demand in, forecast accuracy out: by community where its records are, and for
 * the city in one place.
 */
public final class MonitorTopology implements Supplier<Topology> {
  private final AvroSerdes serdes;
  private final FollowedClock clock;
  private final AccuracyGauges gauges;

  public MonitorTopology(AvroSerdes serdes, FollowedClock clock, AccuracyGauges gauges) {
    this.serdes = serdes;
    this.clock = clock;
    this.gauges = gauges;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    followClock(builder);

    KStream<String, Finding> findings =
        forecasts(builder)
            .merge(demand(builder), Named.as("observations"))
            .process(Matching.supplier(clock), Named.as("matching"));
    KStream<String, Accuracy> communities =
        findings.flatMapValues(MonitorTopology::accuracy, Named.as("community-accuracy"));
    KStream<String, Accuracy> city =
        findings
            .filter((key, finding) -> finding instanceof Finding.OfPair, Named.as("only-pairs"))
            .mapValues(MonitorTopology::pair, Named.as("pairs"))
            .repartition(onePartition())
            .process(CityPooling.supplier(clock), Named.as("city-pooling"));

    AccuracyRecords records = new AccuracyRecords(clock);
    communities
        .merge(city, Named.as("accuracies"))
        .mapValues(records::of, Named.as("accuracy-records"))
        .peek(gauges::show, Named.as("gauges"))
        .to(
            Topics.FORECAST_ACCURACY.name(),
            Produced.with(serdes.key(), serdes.value(Topics.FORECAST_ACCURACY))
                .withName("forecast-accuracy"));
    return builder.build();
  }

  private void followClock(StreamsBuilder builder) {
    builder.addGlobalStore(
        ClockFollowing.store(serdes.value(Topics.BUSINESS_CLOCK)),
        Topics.BUSINESS_CLOCK.name(),
        consumed(Topics.BUSINESS_CLOCK),
        () -> new ClockFollowing(clock));
  }

  /** The city's own forecast is left out: CITY here means the communities pooled. */
  private KStream<String, Observation> forecasts(StreamsBuilder builder) {
    return builder.stream(Topics.FORECAST_LOG.name(), consumed(Topics.FORECAST_LOG))
        .filter((key, forecast) -> isOfCommunity(forecast), Named.as("of-communities"))
        .mapValues(Observation.Forecasted::new, Named.as("forecasted"));
  }

  private KStream<String, Observation> demand(StreamsBuilder builder) {
    return builder.stream(Topics.DAILY_DEMAND.name(), consumed(Topics.DAILY_DEMAND))
        .filter((key, day) -> day != null, Named.as("not-deleted"))
        .mapValues(Observation.Counted::new, Named.as("counted"));
  }

  private static boolean isOfCommunity(@Nullable Forecast forecast) {
    return forecast != null && !forecast.getCommunity().equals(Community.CITY);
  }

  private static Iterable<Accuracy> accuracy(Finding finding) {
    return finding instanceof Finding.OfCommunity found ? List.of(found.accuracy()) : List.of();
  }

  private static @Nullable Pair pair(Finding finding) {
    return finding instanceof Finding.OfPair found ? found.pair().orElse(null) : null;
  }

  private Repartitioned<String, Pair> onePartition() {
    return Repartitioned.<String, Pair>as("city-pairs")
        .withKeySerde(serdes.key())
        .withValueSerde(StateSerdes.pair())
        .withNumberOfPartitions(1);
  }

  private <V extends SpecificRecord> Consumed<String, V> consumed(Topic<V> topic) {
    return Consumed.with(serdes.key(), serdes.value(topic)).withName(topic.name());
  }
}
