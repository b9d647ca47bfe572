package io.ridecast.runtime.kafka;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/**
 * The settings of a Kafka Streams application: the only place that knows their names. Client
 * properties stand without Streams' prefixes, so that those of the {@link KafkaConfig} win.
 */
public final class StreamsSettings {
  /** The default from Kafka 5 on, which will drop the setting: its constant is deprecated. */
  private static final String HANDLER_FOR_GLOBAL_STORES =
      "processing.exception.handler.global.enabled";

  private static final int COMMIT_MILLIS = 100;

  /** A dead instance's partitions move after this, and its open transaction is ended. */
  private static final int SESSION_TIMEOUT_MILLIS = 6_000;

  private static final int HEARTBEAT_MILLIS = 1_500;
  private static final int TRANSACTION_TIMEOUT_MILLIS = 5_000;

  /**
   * At the start stores are read a few partitions at a time, and each turn waits for the last fetch
   * of the one before: half a second by default, times turns.
   */
  private static final int STATE_FETCH_WAIT_MILLIS = 50;

  private StreamsSettings() {}

  /**
   * An application that reads, changes its state and writes in one transaction.
   *
   * @param deadLetterTopic where undecodable records go; any other error stops the application
   */
  public static Properties exactlyOnce(
      KafkaConfig kafka, String applicationId, Path stateDir, String deadLetterTopic) {
    Properties settings = application(kafka, applicationId, stateDir);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetterTopic);
    settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    return settings;
  }

  /** An application of global stores only: every instance holds all of the topics that it reads. */
  public static Properties lookUp(KafkaConfig kafka, String applicationId, Path stateDir) {
    Properties settings = application(kafka, applicationId, stateDir);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return settings;
  }

  /**
   * Adds what a reader of very many small records gains from: many records a poll and large
   * batches. Each poll makes Streams look at every task, and put in words why those without records
   * wait: with polls of 5,000 that takes a twentieth of the thread's time. What was fetched and
   * waits is copied by each collection of garbage, so a partition's fetch is bounded. A batch does
   * not wait for the commit, which would then wait for all of them.
   */
  public static Properties withLargePolls(Properties settings) {
    Properties large = new Properties();
    large.putAll(settings);
    large.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000);
    large.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 512 << 10);
    large.putIfAbsent(ConsumerConfig.RECEIVE_BUFFER_CONFIG, 1 << 20);
    large.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
    return large;
  }

  private static Properties application(KafkaConfig kafka, String applicationId, Path stateDir) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "1");
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(
        StreamsConfig.globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
        STATE_FETCH_WAIT_MILLIS);
    settings.put(
        StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
        STATE_FETCH_WAIT_MILLIS);
    settings.putAll(kafka.properties());

    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableRecords.class);
    settings.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndFailProcessingExceptionHandler.class);
    settings.put(HANDLER_FOR_GLOBAL_STORES, true);
    settings.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
        DefaultProductionExceptionHandler.class);
    return settings;
  }
}
