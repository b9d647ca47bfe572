package io.ridecast.feed.sending;

import static io.ridecast.feed.sending.FakeBroker.NOW;
import static io.ridecast.feed.sending.FakeBroker.PARTITIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class RideSenderTest {
  private static final Instant FROM = Instant.parse("2020-08-12T05:00:00Z");
  private static final Instant UNTIL = Instant.parse("2020-08-13T07:00:00Z");

  private final FakeBroker broker = new FakeBroker();

  @Test
  void shouldAnnounceTheHistoryToEveryPartitionBeforeTheFirstRide() {
    try (RideSender sender = broker.sender("rides")) {
      sender.announce(UNTIL);
      sender.send(ride("a", "6"));
    }

    assertThat(broker.records()).hasSize(PARTITIONS + 1).last().isInstanceOf(Ride.class);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      assertThat(broker.watermarks(partition))
          .containsExactly(new RideWatermark("rides", null, null, 0L, UNTIL, NOW, false));
    }
  }

  @Test
  void shouldSayInEachPartitionBehindWhichOffsetItsRidesLie() {
    try (RideSender sender = broker.sender("rides")) {
      sender.send(ride("a", "6"));
      sender.send(ride("b", "6"));
      sender.send(ride("c", ""));
      sender.promise(FROM, UNTIL);
    }

    int lakeView = CommunityPartition.of("6", PARTITIONS);
    int unknown = CommunityPartition.of("", PARTITIONS);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      long behind = (partition == lakeView ? 2 : 0) + (partition == unknown ? 1 : 0);
      assertThat(broker.watermarks(partition))
          .containsExactly(new RideWatermark("rides", FROM, UNTIL, behind, null, NOW, false));
    }
  }

  @Test
  void shouldKeyRidesByCommunityAndWatermarksByFeedAndPartition() {
    try (RideSender sender = broker.sender("rides")) {
      sender.send(ride("a", "6"));
      sender.send(ride("b", ""));
      sender.promise(FROM, UNTIL);
    }

    assertThat(broker.all())
        .extracting(record -> record.key())
        .containsExactly("6", "", "rides/0", "rides/1", "rides/2", "rides/3");
  }

  @Test
  void shouldNeverTakeAPromiseBack() {
    try (RideSender sender = broker.sender("rides")) {
      sender.promise(FROM, UNTIL);
      sender.promise(FROM.plusSeconds(1), UNTIL.minusSeconds(1));

      assertThat(sender.promised()).contains(new Promise(FROM, UNTIL));
    }
    assertThat(broker.watermarks(0))
        .hasSize(2)
        .allMatch(mark -> mark.getCompleteUntil().equals(UNTIL));
    assertThat(broker.watermarks(0)).allMatch(mark -> mark.getCompleteFrom().equals(FROM));
  }

  @Test
  void shouldFindWhatAnEarlierRunHasPromisedAndKeepItInItsFirstWatermark() {
    try (RideSender sender = broker.sender("rides")) {
      sender.send(ride("a", "6"));
      sender.promise(FROM, UNTIL);
    }
    Instant later = UNTIL.plusSeconds(86_400);
    try (RideSender sender = broker.sender("rides")) {
      assertThat(sender.earlier()).contains(new Promise(FROM, UNTIL));
      sender.announce(later);
    }

    int partition = CommunityPartition.of("6", PARTITIONS);
    assertThat(broker.watermarks(partition))
        .last()
        .isEqualTo(new RideWatermark("rides", FROM, UNTIL, 1L, later, NOW, false));
  }

  @Test
  void shouldCountOnlyWhatEveryPartitionWasPromised() {
    RideWatermark promised = new RideWatermark("rides", FROM, UNTIL, 0L, null, NOW, false);
    RideWatermark less =
        new RideWatermark("rides", FROM, UNTIL.minusSeconds(60), 0L, null, NOW, false);
    RideWatermark nothing = new RideWatermark("rides", null, null, 0L, UNTIL, NOW, false);

    assertThat(Promise.inAll(2, List.of(promised, less)))
        .contains(new Promise(FROM, UNTIL.minusSeconds(60)));
    assertThat(Promise.inAll(2, List.of(promised, nothing))).isEmpty();
    assertThat(Promise.inAll(2, List.of(promised))).isEmpty();
  }

  @Test
  void shouldCarryOnThePartitionThatWasPromisedMost() {
    RideWatermark much = new RideWatermark("rides", FROM, UNTIL, 7L, null, NOW, false);
    RideWatermark less =
        new RideWatermark("rides", FROM, UNTIL.minusSeconds(60), 5L, null, NOW, false);
    MockProducer<String, byte[]> producer = broker.producer();
    Instant between = UNTIL.minusSeconds(30);
    try (RideSender sender =
        new RideSender(
            "rides",
            producer,
            broker.serdes(),
            Map.of(0, much, 1, less, 2, less, 3, less),
            InstantSource.fixed(NOW))) {
      sender.promise(FROM, between);
    }

    List<RideWatermark> sent =
        producer.history().stream()
            .map(
                record ->
                    broker
                        .serdes()
                        .value(Topics.RIDE_WATERMARKS)
                        .deserializer()
                        .deserialize(record.topic(), record.value()))
            .toList();
    assertThat(sent)
        .extracting(RideWatermark::getCompleteUntil)
        .containsExactly(UNTIL, between, between, between);
    assertThat(sent).extracting(RideWatermark::getRidesOffset).containsExactly(7L, 5L, 5L, 5L);
  }

  @Test
  void shouldNotPromiseBeforeTheBrokerHasAcknowledged() {
    MockProducer<String, byte[]> producer = FakeBroker.producer(false);
    RideSender sender = sender(producer);
    sender.send(ride("a", "6"));
    producer.errorNext(new RecordTooLargeException("the record is too large"));

    assertThatThrownBy(() -> sender.promise(FROM, UNTIL))
        .isInstanceOf(SendFailure.class)
        .hasMessageContaining("too large")
        .hasCauseInstanceOf(RecordTooLargeException.class);
    assertThat(producer.history()).hasSize(1);
  }

  @Test
  void shouldEndAtTheNextRideAfterARefusal() {
    MockProducer<String, byte[]> producer = FakeBroker.producer(false);
    RideSender sender = sender(producer);
    sender.send(ride("a", "6"));
    producer.errorNext(new KafkaException("no"));

    assertThatThrownBy(() -> sender.send(ride("b", "6"))).isInstanceOf(SendFailure.class);
  }

  private RideSender sender(MockProducer<String, byte[]> producer) {
    return new RideSender("rides", producer, broker.serdes(), Map.of(), InstantSource.fixed(NOW));
  }

  static Ride ride(String id, String community) {
    return new Ride(id, FROM, community, null, null, null, null, "rides");
  }
}
