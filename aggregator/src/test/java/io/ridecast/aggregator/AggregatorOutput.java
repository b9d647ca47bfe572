package io.ridecast.aggregator;

import io.ridecast.records.BusinessClock;
import io.ridecast.records.CityDemand;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.RejectedRide;
import io.ridecast.records.RideLedger;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** What the aggregator has said on its topics since each was last asked for. */
final class AggregatorOutput {
  private final TopologyTestDriver driver;
  private final AvroSerdes serdes;

  AggregatorOutput(TopologyTestDriver driver, AvroSerdes serdes) {
    this.driver = driver;
    this.serdes = serdes;
  }

  List<DailyDemand> demand() {
    return read(Topics.DAILY_DEMAND);
  }

  List<CityDemand> city() {
    return read(Topics.CITY_DEMAND);
  }

  List<RejectedRide> rejected() {
    return read(Topics.REJECTED_RIDES);
  }

  /** What the books said, one statement for each second in which they changed. */
  List<RideLedger> ledgers() {
    return read(Topics.RIDE_LEDGER);
  }

  List<BusinessClock> clock() {
    return read(Topics.BUSINESS_CLOCK);
  }

  Optional<BusinessClock> lastClock() {
    List<BusinessClock> clock = clock();
    return clock.isEmpty() ? Optional.empty() : Optional.of(clock.get(clock.size() - 1));
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return records(Topics.deadLetters("aggregator"));
  }

  /** What came out on a topic, byte by byte. */
  List<TestRecord<byte[], byte[]>> records(String topic) {
    return driver
        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  List<String> demandKeys() {
    return driver
        .createOutputTopic(
            Topics.DAILY_DEMAND.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readKeyValuesToList()
        .stream()
        .map(entry -> entry.key)
        .toList();
  }

  /** "community date rides revision status" of what came out since the last call. */
  List<String> demandLines() {
    List<String> lines = new ArrayList<>();
    for (DailyDemand demand : demand()) {
      lines.add(
          "%s %s %d r%d %s"
              .formatted(
                  demand.getCommunity(),
                  demand.getDate(),
                  demand.getRides(),
                  demand.getRevision(),
                  demand.getStatus()));
    }
    return lines;
  }

  private <V extends SpecificRecord> List<V> read(Topic<V> topic) {
    TestOutputTopic<String, V> output =
        driver.createOutputTopic(
            topic.name(), new StringDeserializer(), serdes.value(topic).deserializer());
    return output.readValuesToList();
  }
}
