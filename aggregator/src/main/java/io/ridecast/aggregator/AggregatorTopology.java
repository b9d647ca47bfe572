package io.ridecast.aggregator;

import io.ridecast.aggregator.city.CityProcessor;
import io.ridecast.aggregator.city.PartitionReport;
import io.ridecast.aggregator.city.ReportSerde;
import io.ridecast.aggregator.counting.CountingProcessor;
import io.ridecast.aggregator.counting.CountingSetup;
import io.ridecast.aggregator.counting.Outcome;
import io.ridecast.aggregator.counting.Outcome.DeadLetter;
import io.ridecast.aggregator.counting.Outcome.DemandRevised;
import io.ridecast.aggregator.counting.Outcome.LedgerStated;
import io.ridecast.aggregator.counting.Outcome.Reported;
import io.ridecast.aggregator.counting.Outcome.RideRejected;
import io.ridecast.aggregator.state.LongsSerde;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Rides and watermarks are counted a partition at a time; what the partitions report goes to one
 * place, which adds up the city and tells the time.
 */
final class AggregatorTopology implements Supplier<Topology> {
  private static final Map<String, String> SOON_COMPACTED =
      Map.of("segment.bytes", "16777216", "min.cleanable.dirty.ratio", "0.1");

  private final CountingSetup setup;
  private final AvroSerdes serdes;
  private final Function<String, KeyValueBytesStoreSupplier> stores;

  /** On disk, so that the process keeps its id, and with it the fence of its transactions. */
  AggregatorTopology(CountingSetup setup) {
    this(setup, Stores::persistentKeyValueStore);
  }

  /**
   * With stores of another kind.
   *
   * @param stores makes a store of a name
   */
  AggregatorTopology(CountingSetup setup, Function<String, KeyValueBytesStoreSupplier> stores) {
    this.setup = setup;
    this.stores = stores;
    this.serdes = new AvroSerdes(setup.registry());
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(store(CountingProcessor.STORE));
    builder.addStateStore(store(CityProcessor.STORE));
    KStream<String, Outcome> outcomes = counted(builder);
    writeDemand(outcomes);
    writeRejections(outcomes);
    writeLedger(outcomes);
    writeDeadLetters(outcomes);
    writeCity(cityOf(outcomes));
    return builder.build();
  }

  private KStream<String, Outcome> counted(StreamsBuilder builder) {
    return builder.stream(
            List.of(Topics.RIDES.name(), Topics.RIDE_WATERMARKS.name()),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withName("rides-and-watermarks")
                .withTimestampExtractor(new AppendTime()))
        .process(() -> new CountingProcessor(setup), Named.as("count"), CountingProcessor.STORE);
  }

  private void writeDemand(KStream<String, Outcome> outcomes) {
    branch(outcomes, DemandRevised.class, DemandRevised.BRANCH)
        .mapValues(DemandRevised::demand, Named.as("demand-record"))
        .to(
            Topics.DAILY_DEMAND.name(),
            Produced.with(serdes.key(), serdes.value(Topics.DAILY_DEMAND))
                .withName("daily-demand")
                .withStreamPartitioner(
                    (topic, key, demand, partitions) ->
                        Optional.of(
                            Set.of(CommunityPartition.of(DemandKey.community(key), partitions)))));
  }

  private void writeRejections(KStream<String, Outcome> outcomes) {
    branch(outcomes, RideRejected.class, RideRejected.BRANCH)
        .mapValues(RideRejected::ride, Named.as("rejection-record"))
        .to(
            Topics.REJECTED_RIDES.name(),
            Produced.with(serdes.key(), serdes.value(Topics.REJECTED_RIDES))
                .withName("rejected-rides"));
  }

  /** Each partition of the ledger holds the books of the same partition of rides. */
  private void writeLedger(KStream<String, Outcome> outcomes) {
    branch(outcomes, LedgerStated.class, LedgerStated.BRANCH)
        .mapValues(LedgerStated::ledger, Named.as("ledger-record"))
        .to(
            Topics.RIDE_LEDGER.name(),
            Produced.with(serdes.key(), serdes.value(Topics.RIDE_LEDGER))
                .withName("ride-ledger")
                .withStreamPartitioner(
                    (topic, key, ledger, partitions) ->
                        Optional.of(Set.of(ledger.getPartition()))));
  }

  private static void writeDeadLetters(KStream<String, Outcome> outcomes) {
    branch(outcomes, DeadLetter.class, DeadLetter.BRANCH)
        .map(
            (key, letter) -> KeyValue.pair(letter.key(), letter.value()),
            Named.as("dead-letter-record"))
        .to(
            Topics.deadLetters(AggregatorService.NAME),
            Produced.with(Serdes.Bytes(), Serdes.Bytes()).withName("aggregator-dead-letters"));
  }

  private KStream<String, SpecificRecord> cityOf(KStream<String, Outcome> outcomes) {
    return branch(outcomes, Reported.class, Reported.BRANCH)
        .mapValues(Reported::report, Named.as("report-record"))
        .repartition(
            Repartitioned.<String, PartitionReport>as("partition-reports")
                .withKeySerde(serdes.key())
                .withValueSerde(ReportSerde.create())
                .withNumberOfPartitions(1))
        .process(
            () -> new CityProcessor(setup.partitions()), Named.as("city"), CityProcessor.STORE);
  }

  private void writeCity(KStream<String, SpecificRecord> city) {
    only(city, CityDemand.class, "city-days")
        .to(
            Topics.CITY_DEMAND.name(),
            Produced.with(serdes.key(), serdes.value(Topics.CITY_DEMAND)).withName("city-demand"));
    only(city, BusinessClock.class, "clock")
        .to(
            Topics.BUSINESS_CLOCK.name(),
            Produced.with(serdes.key(), serdes.value(Topics.BUSINESS_CLOCK))
                .withName("business-clock"));
  }

  /** Gets what is sent to it by name, and nothing else. */
  private static <W extends Outcome> KStream<String, W> branch(
      KStream<String, Outcome> outcomes, Class<W> type, String name) {
    return outcomes.mapValues(type::cast, Named.as(name));
  }

  private static <V, W extends V> KStream<String, W> only(
      KStream<String, V> stream, Class<W> type, String name) {
    return stream
        .filter((key, value) -> type.isInstance(value), Named.as(name + "-only"))
        .mapValues(type::cast, Named.as(name));
  }

  private StoreBuilder<KeyValueStore<String, long[]>> store(String name) {
    return Stores.keyValueStoreBuilder(stores.apply(name), Serdes.String(), LongsSerde.create())
        .withLoggingEnabled(SOON_COMPACTED)
        .withCachingDisabled();
  }
}
