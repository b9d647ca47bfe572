package io.ridecast.benchmarks.ladder;

import io.ridecast.benchmarks.broker.SharedSchemas;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.runtime.kafka.StreamsSettings;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** Counts as before, and each 100 ms writes what has changed, together with the offsets. */
final class CountedInTransactions extends Counted {
  private static final long COMMIT_NANOS = Duration.ofMillis(100).toNanos();

  private final KafkaProducer<String, DailyDemand> producer;
  private final Set<CommunityDay> touched = new HashSet<>();
  private long committed = System.nanoTime();

  CountedInTransactions(KafkaConfig kafka) {
    Properties settings = StreamsSettings.withLargePolls(kafka.producer("transactional"));
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "transactional-loop");
    producer =
        new KafkaProducer<>(
            settings,
            new StringSerializer(),
            new AvroSerdes(new SharedSchemas()).value(Topics.DAILY_DEMAND).serializer());
    producer.initTransactions();
    producer.beginTransaction();
  }

  @Override
  public void ride(ConsumerRecord<byte[], byte[]> record) {
    touched.add(count(decoded(record)));
  }

  @Override
  public void polled(KafkaConsumer<byte[], byte[]> consumer) {
    if (System.nanoTime() - committed >= COMMIT_NANOS) {
      commit(consumer);
      producer.beginTransaction();
    }
  }

  @Override
  public void finish(KafkaConsumer<byte[], byte[]> consumer) {
    commit(consumer);
    producer.close();
  }

  private void commit(KafkaConsumer<byte[], byte[]> consumer) {
    touched.forEach(this::send);
    touched.clear();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      offsets.put(partition, new OffsetAndMetadata(consumer.position(partition)));
    }
    producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
    producer.commitTransaction();
    committed = System.nanoTime();
  }

  private void send(CommunityDay cell) {
    DailyDemand demand =
        new DailyDemand(
            cell.community(), cell.day(), rides(cell), 0, DemandStatus.OPEN, Instant.EPOCH);
    var unused = // the commit tells of what was refused
        producer.send(
            new ProducerRecord<>(
                Topics.DAILY_DEMAND.name(), DemandKey.of(cell.community(), cell.day()), demand));
  }
}
