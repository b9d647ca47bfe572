package io.ridecast.trainer.duty;

import io.ridecast.records.TrainingRun;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import io.ridecast.trainer.runs.JournalFailure;
import io.ridecast.trainer.runs.RunHistory;
import io.ridecast.trainer.runs.RunJournal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * All that the trainer on duty writes, in transactions under one fixed id: whoever opens a ledger
 * shuts every other one, so a trainer that believes to be on duty and is not can write nothing.
 * Safe for use by many threads.
 */
final class Ledger implements RunJournal, AutoCloseable {
  private static final String TRANSACTIONAL_ID = "ridecast-trainer";
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  private final Producer<String, byte[]> producer;
  private final AvroSerdes serdes;

  /**
   * Opens the ledger and shuts all others.
   *
   * @throws JournalFailure if the broker does not answer
   */
  Ledger(KafkaConfig kafka, AvroSerdes serdes) {
    Properties settings = kafka.producer("trainer");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
    settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "10000");
    settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
    settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "0");
    this.serdes = serdes;
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close(CLOSE_WITHIN);
      throw new JournalFailure("the ledger could not be opened", e);
    }
  }

  /** A record of a topic, ready to be written. */
  <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
      Topic<V> topic, String key, V value) {
    return new ProducerRecord<>(
        topic.name(), key, serdes.value(topic).serializer().serialize(topic.name(), value));
  }

  /** A step of a run, ready to be written. */
  ProducerRecord<String, byte[]> record(TrainingRun step) {
    return record(Topics.TRAINING_RUNS, RunHistory.key(step), step);
  }

  @Override
  public void write(TrainingRun step) {
    write(List.of(record(step)));
  }

  /** Writes records, all or none. */
  void write(List<ProducerRecord<String, byte[]>> records) {
    inTransaction(records, () -> {});
  }

  /**
   * Writes records together with the offset behind a request: the request is carried out if and
   * only if all of them are there.
   */
  void write(
      List<ProducerRecord<String, byte[]>> records,
      TopicPartition requests,
      long next,
      ConsumerGroupMetadata group) {
    inTransaction(
        records,
        () ->
            producer.sendOffsetsToTransaction(
                Map.of(requests, new OffsetAndMetadata(next)), group));
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }

  /** After a failure the ledger is of no more use: only a new one knows what was written. */
  private synchronized void inTransaction(
      List<ProducerRecord<String, byte[]>> records, Runnable offsets) {
    try {
      producer.beginTransaction();
      for (ProducerRecord<String, byte[]> record : records) {
        var unused = producer.send(record); // the commit fails if this does
      }
      offsets.run();
      producer.commitTransaction();
    } catch (KafkaException | IllegalStateException e) {
      throw new JournalFailure("the ledger could not be written", e);
    }
  }
}
