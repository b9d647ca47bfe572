package io.ridecast.local.ledger;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.Ride;
import io.ridecast.records.RideLedger;
import io.ridecast.runtime.kafka.KafkaConfig;
import io.ridecast.schemas.serdes.AvroSerdes;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topic;
import io.ridecast.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Counts the rides on their topic once more, without the aggregator: of each id in a community and
 * day, as often as it came less as often as it was rejected, one counts and the rest are
 * duplicates.
 */
public final class Recount {
  private static final int MOST_SHOWN = 10;

  private final KafkaConfig kafka;
  private final AvroSerdes serdes;
  private final Catalogue catalogue;
  private final Deserializer<Ride> rides;
  private final Map<String, Map<String, Integer>> seen = new HashMap<>();

  public Recount(KafkaConfig kafka, AvroSerdes serdes, Catalogue catalogue) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.catalogue = catalogue;
    this.rides = serdes.value(Topics.RIDES).deserializer();
  }

  /**
   * What came of it.
   *
   * @param summary for people
   * @param faults what does not agree
   */
  public record Result(String summary, List<String> faults) {}

  /** Recounts the rides that the books know of, and compares every community's day. */
  public Result compare(Evidence evidence) {
    try (CommittedTopic topic = new CommittedTopic(kafka, Topics.RIDES.name())) {
      if (topic.isExpired() || evidence.expired().contains(Topics.REJECTED_RIDES.name())) {
        return new Result("Not recounted: rides have been lost to retention.", List.of());
      }
      topic.read(record -> take(record, evidence.later()));
    }
    each(Topics.REJECTED_RIDES, rejected -> add(rejected.getRide(), -1));
    return result(evidence);
  }

  private Result result(Evidence evidence) {
    Map<String, Integer> recounted = new TreeMap<>();
    long duplicates = 0;
    for (Map.Entry<String, Map<String, Integer>> cell : seen.entrySet()) {
      for (int times : cell.getValue().values()) {
        if (times > 0) {
          recounted.merge(cell.getKey(), 1, Integer::sum);
          duplicates += times - 1;
        }
      }
    }
    List<String> faults = new ArrayList<>(differences(recounted));
    long booked = evidence.later().values().stream().mapToLong(RideLedger::getDuplicates).sum();
    if (booked != duplicates) {
      faults.add("duplicates: the books say %,d, recounted %,d".formatted(booked, duplicates));
    }
    return new Result(
        "Recounted %,d days of communities with rides.".formatted(recounted.size()), faults);
  }

  private List<String> differences(Map<String, Integer> recounted) {
    Map<String, Integer> published = new HashMap<>();
    each(
        Topics.DAILY_DEMAND,
        (DailyDemand demand) ->
            published.put(
                DemandKey.of(demand.getCommunity(), demand.getDate()), demand.getRides()));
    List<String> differences = new ArrayList<>();
    // What is not published is no difference: its day has not begun.
    for (Map.Entry<String, Integer> day : new TreeMap<>(published).entrySet()) {
      String key = day.getKey();
      int mine = recounted.getOrDefault(key, 0);
      int theirs = day.getValue();
      if (mine != theirs) {
        differences.add("%s: daily-demand says %,d, recounted %,d".formatted(key, theirs, mine));
      }
    }
    return differences.size() <= MOST_SHOWN
        ? differences
        : List.of(differences.size() + " days differ, the first: " + differences.get(0));
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Map<Integer, RideLedger> books) {
    RideLedger known = books.get(record.partition());
    if (record.value() == null || known == null || record.offset() >= known.getRidesOffset()) {
      return;
    }
    try {
      add(rides.deserialize(record.topic(), record.value()), 1);
    } catch (SerializationException unreadable) {
      // A dead letter: it is in the books as such, and no ride.
    }
  }

  private void add(Ride ride, int times) {
    String key = DemandKey.of(ride.getCommunity(), catalogue.serviceDay().of(ride.getStartedAt()));
    seen.computeIfAbsent(key, cell -> new HashMap<>()).merge(ride.getRideId(), times, Integer::sum);
  }

  private <V extends SpecificRecord> void each(Topic<V> topic, Consumer<V> reader) {
    Deserializer<V> values = serdes.value(topic).deserializer();
    try (CommittedTopic committed = new CommittedTopic(kafka, topic.name())) {
      committed.read(record -> reader.accept(values.deserialize(topic.name(), record.value())));
    }
  }
}
