package io.ridecast.local.ledger;

import io.ridecast.records.DailyDemand;
import io.ridecast.records.RideLedger;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the evidence from the topics. */
public final class LedgerReader {
  private static final String DEAD_LETTERS = Topics.deadLetters("aggregator");

  private final KafkaConfig kafka;
  private final AvroSerdes serdes;
  private final Deserializer<RideLedger> entries;

  public LedgerReader(KafkaConfig kafka, AvroSerdes serdes) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.entries = serdes.value(Topics.RIDE_LEDGER).deserializer();
  }

  /**
   * Reads all of it, once the aggregator has read the rides that are there now.
   *
   * @param patience how long to wait for that; what is still unread then is said
   */
  public Evidence read(Duration patience) {
    Map<Integer, RideLedger> books = books(patience);
    Set<String> expired = new HashSet<>();
    Map<String, Long> rejected = new HashMap<>();
    each(
        Topics.REJECTED_RIDES,
        expired,
        (record, value) -> rejected.merge(value.getReason().name(), 1L, Long::sum));
    Map<Integer, Long> letters = deadLetters(expired);
    Map<Integer, Long> demand = demand();
    // Books are stated once a second: only later rides' books are sure to know what was read.
    Map<Integer, RideLedger> later = books(patience);
    return new Evidence(books, later, unread(later), rejected, letters, demand, expired);
  }

  /** Whether nothing has been counted since the evidence was read. */
  public boolean isStill(Evidence evidence) {
    return books(Duration.ZERO).equals(evidence.later());
  }

  private Map<Integer, RideLedger> books(Duration patience) {
    Map<Integer, RideLedger> books = new HashMap<>();
    try (CommittedTopic rides = new CommittedTopic(kafka, Topics.RIDES.name());
        CommittedTopic ledger = new CommittedTopic(kafka, Topics.RIDE_LEDGER.name())) {
      Map<Integer, Long> ends = new HashMap<>();
      rides.ends().forEach((partition, end) -> ends.put(partition.partition(), end));
      long start = System.nanoTime();
      ledger.read(record -> put(record, books));
      while (isBehind(books, ends) && System.nanoTime() - start < patience.toNanos()) {
        ledger.awaitMore(record -> put(record, books));
      }
    }
    return books;
  }

  private void put(ConsumerRecord<byte[], byte[]> record, Map<Integer, RideLedger> books) {
    RideLedger entry = entries.deserialize(record.topic(), record.value());
    books.put(entry.getPartition(), entry);
  }

  private static boolean isBehind(Map<Integer, RideLedger> books, Map<Integer, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(
            end -> {
              RideLedger entry = books.get(end.getKey());
              return end.getValue() > (entry == null ? 0 : entry.getRidesOffset());
            });
  }

  /** Counted one by one: the marks of transactions have offsets too. */
  private Map<Integer, Long> unread(Map<Integer, RideLedger> books) {
    Map<Integer, Long> from = new HashMap<>();
    books.forEach((partition, entry) -> from.put(partition, entry.getRidesOffset()));
    Map<Integer, Long> unread = new HashMap<>();
    try (CommittedTopic rides = new CommittedTopic(kafka, Topics.RIDES.name())) {
      rides.readFrom(from, record -> unread.merge(record.partition(), 1L, Long::sum));
    }
    return unread;
  }

  private Map<Integer, Long> deadLetters(Set<String> expired) {
    Map<Integer, Long> letters = new HashMap<>();
    try (CommittedTopic topic = new CommittedTopic(kafka, DEAD_LETTERS)) {
      if (topic.isExpired()) {
        expired.add(DEAD_LETTERS);
      }
      topic.read(
          record -> {
            if (header(record, "topic").equals(Topics.RIDES.name())) {
              letters.merge(Integer.parseInt(header(record, "partition")), 1L, Long::sum);
            }
          });
    }
    return letters;
  }

  private Map<Integer, Long> demand() {
    Map<Integer, Map<String, Integer>> last = new HashMap<>();
    each(
        Topics.DAILY_DEMAND,
        new HashSet<>(), // compaction keeps the last word
        (record, value) ->
            last.computeIfAbsent(record.partition(), partition -> new HashMap<>())
                .put(key(value), value.getRides()));
    Map<Integer, Long> sums = new HashMap<>();
    last.forEach(
        (partition, cells) ->
            sums.put(partition, cells.values().stream().mapToLong(Integer::longValue).sum()));
    return sums;
  }

  private <V extends SpecificRecord> void each(
      Topic<V> topic, Set<String> expired, BiConsumer<ConsumerRecord<byte[], byte[]>, V> reader) {
    Deserializer<V> values = serdes.value(topic).deserializer();
    try (CommittedTopic committed = new CommittedTopic(kafka, topic.name())) {
      if (committed.isExpired()) {
        expired.add(topic.name());
      }
      committed.read(
          record -> reader.accept(record, values.deserialize(topic.name(), record.value())));
    }
  }

  private static String key(DailyDemand demand) {
    return demand.getCommunity() + "/" + demand.getDate();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader("__streams.errors." + name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
