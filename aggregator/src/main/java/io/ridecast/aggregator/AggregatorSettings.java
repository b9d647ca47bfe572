package io.ridecast.aggregator;

import io.ridecast.aggregator.AggregatorConfig.Packing;
import io.ridecast.aggregator.packing.RidePacker;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.schemas.topics.Topics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The aggregator's settings of Kafka Streams. */
final class AggregatorSettings {
  /** Of packs: each holds up to 2,000 rides. */
  private static final int BUFFERED_PACKS = 8;

  private AggregatorSettings() {}

  static Properties of(AggregatorConfig config) {
    Properties settings =
        StreamsSettings.withLargeFetches(
            StreamsSettings.exactlyOnce(
                config.kafka(),
                "ridecast-" + AggregatorService.NAME,
                config.stateDir(),
                Topics.deadLetters(AggregatorService.NAME)));
    if (config.packing() == Packing.ON) {
      settings.put(
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
          RidePacker.class.getName());
      settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_PACKS);
    }
    return settings;
  }
}
