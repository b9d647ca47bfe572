package io.ridecast.benchmarks.ladder;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.benchmarks.input.Input;
import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.ServiceDay;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Ride;
import io.ridecast.runtime.kafka.StreamsService;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/** What one writes first: ids in a RocksDB store, a windowed count behind it, exactly once. */
final class StraightforwardStreams implements Drain {
  private final AvroSerdes serdes = new AvroSerdes(new SharedSchemas());
  private final ServiceDay serviceDay = Catalogue.chicago().serviceDay();
  private final AtomicLong rides = new AtomicLong();
  private final StreamsService service;

  StraightforwardStreams(VariantSetup setup) {
    Properties settings =
        StreamsSettings.withLargePolls(
            StreamsSettings.exactlyOnce(
                setup.kafka(),
                "ridecast-straightforward",
                setup.stateDir(),
                Topics.deadLetters("aggregator")));
    settings.remove(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG);
    service =
        new StreamsService("straightforward", topology(), settings, new SimpleMeterRegistry());
  }

  @Override
  public void start() {
    service.start();
  }

  @Override
  public String thread() {
    return "-StreamThread-1";
  }

  @Override
  public long rides() {
    return rides.get();
  }

  @Override
  public void finish() {
    service.close(); // which writes what is cached
  }

  @Override
  public long cells() {
    return 0;
  }

  @Override
  public void close() {
    // It is closed already.
  }

  private Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(FirstOfItsId.STORE), Serdes.String(), Serdes.Long()));
    KStream<String, Ride> once =
        builder.stream(
                Input.SHORT_RIDES,
                Consumed.with(serdes.key(), serdes.value(Topics.RIDES))
                    .withName("rides")
                    .withTimestampExtractor(
                        (record, last) -> ((Ride) record.value()).getStartedAt().toEpochMilli()))
            .processValues(
                () -> new FirstOfItsId(rides), Named.as("first-of-its-id"), FirstOfItsId.STORE);
    once.groupByKey(Grouped.with("by-community", serdes.key(), serdes.value(Topics.RIDES)))
        .windowedBy(new DayWindows(serviceDay))
        .count(
            Named.as("count"),
            Materialized.<String, Long, WindowStore<Bytes, byte[]>>as("counts")
                .withKeySerde(serdes.key())
                .withValueSerde(Serdes.Long()))
        .toStream(Named.as("changes"))
        .map(this::demand, Named.as("demand"))
        .to(
            Topics.DAILY_DEMAND.name(),
            Produced.with(serdes.key(), serdes.value(Topics.DAILY_DEMAND))
                .withName("daily-demand"));
    return builder.build();
  }

  private KeyValue<String, DailyDemand> demand(Windowed<String> cell, Long count) {
    LocalDate day = serviceDay.of(cell.window().startTime());
    DailyDemand demand =
        new DailyDemand(cell.key(), day, count.intValue(), 0, DemandStatus.OPEN, Instant.EPOCH);
    return KeyValue.pair(DemandKey.of(cell.key(), day), demand);
  }
}
