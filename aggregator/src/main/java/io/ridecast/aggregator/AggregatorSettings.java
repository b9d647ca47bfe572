package io.ridecast.aggregator;

import io.ridecast.aggregator.AggregatorConfig.Packing;
import io.ridecast.aggregator.packing.RidePacker;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.schemas.topics.Topics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The aggregator's settings of Kafka Streams. */
final class AggregatorSettings {
  /** A pack holds what a poll brought of a partition: thousands of rides. */
  private static final int BUFFERED_PACKS = 1;

  /**
   * A pack writes its blocks in one burst. In Kafka's default batches of 16 KiB it is in several
   * requests at once, and a partition that a transaction meets first refuses all but the first of
   * them until it is tried again.
   */
  private static final int BATCH_BYTES = 256 << 10;

  /**
   * Streams can hold rides back until it knows of no older watermark, and the other way round. A
   * promise is held until its offset has been processed, so their order proves nothing and the wait
   * buys nothing; each look at a task that waits costs a sentence that says for what.
   */
  private static final long DO_NOT_WAIT_FOR_THE_OTHER_TOPIC =
      StreamsConfig.MAX_TASK_IDLE_MS_DISABLED;

  private AggregatorSettings() {}

  static Properties of(AggregatorConfig config) {
    Properties settings =
        StreamsSettings.withLargePolls(
            StreamsSettings.exactlyOnce(
                config.kafka(),
                "ridecast-" + AggregatorService.NAME,
                config.stateDir(),
                Topics.deadLetters(AggregatorService.NAME)));
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.PARTITIONER_CLASS_CONFIG),
        CommunityPartitioner.class.getName());
    settings.putIfAbsent(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, DO_NOT_WAIT_FOR_THE_OTHER_TOPIC);
    if (config.packing() == Packing.ON) {
      settings.put(
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
          RidePacker.class.getName());
      settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_PACKS);
    }
    return settings;
  }
}
