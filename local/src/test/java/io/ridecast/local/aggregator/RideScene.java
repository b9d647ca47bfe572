package io.ridecast.local.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.catalogue.Community;
import io.ridecast.local.stack.LocalStack;
import io.ridecast.records.DailyDemand;
import io.ridecast.records.DemandStatus;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.DemandKey;
import io.ridecast.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Rides of three days, what they add up to, and what the aggregator made of them. */
final class RideScene {
  static final LocalDate FIRST = LocalDate.of(2020, 9, 1);
  static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int DAYS = 3;
  private static final int PARTITIONS = 8;

  private final Catalogue catalogue = Catalogue.chicago();
  private final LocalStack stack;
  private final Map<String, Integer> expected = new HashMap<>();
  private final long[] sent = new long[PARTITIONS];

  RideScene(LocalStack stack) {
    this.stack = stack;
  }

  /** Rides in any order of time, each with an id of its own. */
  List<Ride> rides(int count) {
    Random random = new Random(11);
    List<Ride> rides = new ArrayList<>();
    Instant start = catalogue.serviceDay().start(FIRST);
    for (int n = 0; n < count; n++) {
      Community community = catalogue.communities().get(random.nextInt(77));
      Instant at = start.plusSeconds(random.nextInt(DAYS * 86_400));
      rides.add(ride("ride-" + n, community.key(), at));
    }
    return rides;
  }

  Ride ride(String id, String community, Instant at) {
    expected.merge(DemandKey.of(community, catalogue.serviceDay().of(at)), 1, Integer::sum);
    return Ride.newBuilder()
        .setRideId(id)
        .setStartedAt(at)
        .setEndedAt(at.plusSeconds(600))
        .setCommunity(community)
        .setEndCommunity("8")
        .setVendor("lime")
        .setFeed("rides")
        .build();
  }

  Instant noon(LocalDate date) {
    return catalogue.serviceDay().start(date).plus(Duration.ofHours(12));
  }

  /** When the day has to be closed. */
  Instant closes(LocalDate date) {
    return catalogue.serviceDay().end(date).plus(Duration.ofHours(2));
  }

  void send(List<Ride> rides) throws Exception {
    try (KafkaProducer<String, Ride> producer = stack.producer(Topics.RIDES)) {
      for (Ride ride : rides) {
        producer.send(new ProducerRecord<>(Topics.RIDES.name(), ride.getCommunity(), ride));
      }
    }
    count(rides);
  }

  /** A promise that speaks of rides that are still to be sent. */
  void promiseAhead(List<Ride> rides, Instant until) {
    long[] behind = sent.clone();
    rides.forEach(ride -> behind[CommunityPartition.of(ride.getCommunity(), PARTITIONS)]++);
    promise(behind, until);
  }

  void promise(Instant until) {
    promise(sent, until);
  }

  /** Waits until every community's day is closed, and compares its last word with the rides. */
  void assertClosed(LocalDate through) {
    int cells = 77 * (int) (through.toEpochDay() - FIRST.toEpochDay() + 1);
    Map<String, DailyDemand> last = new HashMap<>();
    List<ConsumerRecord<String, DailyDemand>> records =
        stack.read(
            Topics.DAILY_DEMAND,
            PATIENCE,
            read -> {
              last.clear();
              read.forEach(record -> last.put(record.key(), record.value()));
              return last.values().stream().filter(RideScene::isClosed).count() >= cells
                  && last.entrySet().stream()
                      .filter(entry -> isClosed(entry.getValue()))
                      .allMatch(entry -> entry.getValue().getRides() == rides(entry.getKey()));
            });
    assertRevisionsRise(records);
    assertThat(records)
        .allMatch(
            record ->
                record.partition()
                    == CommunityPartition.of(DemandKey.community(record.key()), PARTITIONS));
  }

  private int rides(String key) {
    return expected.getOrDefault(key, 0);
  }

  private static boolean isClosed(DailyDemand demand) {
    return demand.getStatus() == DemandStatus.CLOSED;
  }

  /** Each revision once and in order: nothing was lost or said twice. */
  private static void assertRevisionsRise(List<ConsumerRecord<String, DailyDemand>> records) {
    Map<String, Integer> revisions = new HashMap<>();
    for (ConsumerRecord<String, DailyDemand> record : records) {
      assertThat(record.value().getRevision())
          .as(record.key())
          .isEqualTo(revisions.merge(record.key(), 1, Integer::sum));
    }
  }

  private void count(List<Ride> rides) {
    rides.forEach(ride -> sent[CommunityPartition.of(ride.getCommunity(), PARTITIONS)]++);
  }

  private void promise(long[] behind, Instant until) {
    try (KafkaProducer<String, RideWatermark> producer = stack.producer(Topics.RIDE_WATERMARKS)) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        producer.send(
            new ProducerRecord<>(
                Topics.RIDE_WATERMARKS.name(),
                partition,
                "rides/" + partition,
                RideWatermark.newBuilder()
                    .setFeed("rides")
                    .setCompleteFrom(catalogue.serviceDay().start(FIRST))
                    .setCompleteUntil(until)
                    .setRidesOffset(behind[partition])
                    .setSentAt(until)
                    .build()));
      }
    }
  }
}
