package io.ridecast.aggregator;

import io.ridecast.aggregator.city.CityProcessor;
import io.ridecast.aggregator.city.PartitionReport;
import io.ridecast.aggregator.city.ReportSerde;
import io.ridecast.aggregator.counting.CountingProcessor;
import io.ridecast.aggregator.counting.CountingSetup;
import io.ridecast.aggregator.counting.DemandWriter;
import io.ridecast.aggregator.counting.Outlet;
import io.ridecast.aggregator.state.LongsSerde;
import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.RideLedger;
import io.ridecast.schemas.serdes.AvroSerdes;
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
import org.apache.kafka.streams.processor.StreamPartitioner;
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

  private static final String COUNT = "count";

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
    writeCity(cityOf(counted(builder)));
    Topology topology = builder.build();
    writeDemand(topology);
    writeRejections(topology);
    writeLedger(topology);
    writeDeadLetters(topology);
    return topology;
  }

  private KStream<Object, Object> counted(StreamsBuilder builder) {
    return builder.stream(
            List.of(Topics.RIDES.name(), Topics.RIDE_WATERMARKS.name()),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withName("rides-and-watermarks")
                .withTimestampExtractor(new AppendTime()))
        .process(() -> new CountingProcessor(setup), Named.as(COUNT), CountingProcessor.STORE);
  }

  /** On the partition that {@link CommunityPartitioner} finds. */
  private void writeDemand(Topology topology) {
    topology.addSink(
        Outlet.DEMAND.node(),
        Topics.DAILY_DEMAND.name(),
        serdes.key().serializer(),
        serdes.serializer(Topics.DAILY_DEMAND, new DemandWriter()),
        COUNT);
  }

  private void writeRejections(Topology topology) {
    topology.addSink(
        Outlet.REJECTIONS.node(),
        Topics.REJECTED_RIDES.name(),
        serdes.key().serializer(),
        serdes.value(Topics.REJECTED_RIDES).serializer(),
        COUNT);
  }

  /** Each partition of the ledger holds the books of the same partition of rides. */
  private void writeLedger(Topology topology) {
    StreamPartitioner<String, RideLedger> ofTheRides =
        (topic, key, ledger, partitions) -> Optional.of(Set.of(ledger.getPartition()));
    topology.addSink(
        Outlet.LEDGER.node(),
        Topics.RIDE_LEDGER.name(),
        serdes.key().serializer(),
        serdes.value(Topics.RIDE_LEDGER).serializer(),
        ofTheRides,
        COUNT);
  }

  private static void writeDeadLetters(Topology topology) {
    topology.addSink(
        Outlet.DEAD_LETTERS.node(),
        Topics.deadLetters(AggregatorService.NAME),
        Serdes.Bytes().serializer(),
        Serdes.Bytes().serializer(),
        COUNT);
  }

  private KStream<String, SpecificRecord> cityOf(KStream<Object, Object> counted) {
    return counted
        .map(
            (partition, report) -> KeyValue.pair((String) partition, (PartitionReport) report),
            Named.as(Outlet.REPORTS.node()))
        .repartition(
            Repartitioned.<String, PartitionReport>as("partition-reports")
                .withKeySerde(serdes.key())
                .withValueSerde(ReportSerde.create())
                .withNumberOfPartitions(1))
        .process(
            () -> new CityProcessor(setup.rosters().partitions()),
            Named.as("city"),
            CityProcessor.STORE);
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
