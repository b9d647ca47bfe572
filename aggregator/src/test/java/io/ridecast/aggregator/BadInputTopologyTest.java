package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.RejectedRide;
import io.ridecast.records.RejectionReason;
import io.ridecast.records.Ride;
import io.ridecast.records.RideWatermark;
import io.ridecast.schemas.topics.CommunityPartition;
import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BadInputTopologyTest {
  private static final String FROM = "2020-10-01T05:00:00Z";
  private static final String NOON = "2020-10-01T17:00:00Z";
  private static final String CLOSES = "2020-10-02T07:00:00Z";

  private AggregatorDriver driver = new AggregatorDriver();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldPassARejectedRideOnAsItCame() {
    Ride ride = Ride.newBuilder(ride("a", "99", NOON)).setVendor("lime").build();

    driver.ride(ride);

    List<RejectedRide> rejected = driver.out.rejected();
    assertThat(rejected).extracting(RejectedRide::getRide).containsExactly(ride);
    assertThat(rejected.get(0).getReason()).isEqualTo(RejectionReason.UNKNOWN_COMMUNITY);
    assertThat(rejected.get(0).getDetail()).contains("99");
  }

  @Test
  void shouldNameEachReason() {
    driver.promise(FROM, "2020-10-20T07:00:00Z");

    driver.ride(ride("a", "", NOON));
    driver.ride(ride("b", "1", "2099-01-01T00:00:00Z"));
    driver.ride(ride("c", "1", "1970-01-01T00:00:00Z"));
    driver.ride(
        Ride.newBuilder(ride("d", "1", "2020-10-19T12:00:00Z"))
            .setEndedAt(Instant.parse("2020-10-19T11:00:00Z"))
            .build());
    driver.ride(ride("e", "1", NOON));

    assertThat(driver.out.rejected())
        .extracting(RejectedRide::getReason)
        .containsExactly(
            RejectionReason.UNKNOWN_COMMUNITY,
            RejectionReason.IMPLAUSIBLE_TIME,
            RejectionReason.IMPLAUSIBLE_TIME,
            RejectionReason.END_BEFORE_START,
            RejectionReason.LATE);
  }

  @Test
  void shouldJudgeTheTimeByTheRidesArrival() {
    driver.arriveAt("2020-09-01T00:00:00Z");
    driver.ride(ride("a", "1", NOON));
    driver.arriveAt("2020-10-02T00:00:00Z");
    driver.ride(ride("b", "1", NOON));

    driver.promise(FROM, CLOSES);

    assertThat(driver.out.rejected()).hasSize(1);
    assertThat(driver.out.demandLines()).contains("1 2020-10-01 1 r1 CLOSED");
  }

  @Test
  void shouldRejectWhatBelongsToAnotherPartition() {
    driver.close();
    driver = new AggregatorDriver(AggregatorSetup.standard().withPartitions(2));
    String elsewhere = CommunityPartition.of("1", 2) == 0 ? "2" : "1";
    assertThat(CommunityPartition.of(elsewhere, 2)).isEqualTo(1);

    driver.ride(ride("a", elsewhere, NOON));

    assertThat(driver.out.rejected())
        .extracting(RejectedRide::getReason)
        .containsExactly(RejectionReason.MISROUTED);
  }

  @Test
  void shouldCountARideWithoutKey() {
    driver.rawRide(null, driver.bytes(Topics.RIDES, ride("a", "1", NOON)));

    driver.promise(FROM, CLOSES);

    assertThat(driver.out.demandLines()).contains("1 2020-10-01 1 r1 CLOSED");
  }

  @Test
  void shouldSendUnreadableRidesToTheDeadLetters() {
    byte[] whole = driver.bytes(Topics.RIDES, ride("a", "1", NOON));
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    driver.ride(ride("b", "1", NOON));
    driver.rawRide("1", cut);
    driver.rawRide("2", "no ride".getBytes(StandardCharsets.UTF_8));

    List<TestRecord<byte[], byte[]>> letters = driver.out.deadLetters();
    assertThat(letters).extracting(TestRecord::value).contains(cut);
    assertThat(letters.get(0).key()).isEqualTo("1".getBytes(StandardCharsets.UTF_8));
    assertThat(header(letters.get(0), "__streams.errors.topic")).isEqualTo("rides");
    assertThat(header(letters.get(0), "__streams.errors.partition")).isEqualTo("0");
    assertThat(header(letters.get(0), "__streams.errors.offset")).isEqualTo("1");
    assertThat(header(letters.get(0), "__streams.errors.message")).isNotBlank();
    assertThat(header(letters.get(1), "__streams.errors.offset")).isEqualTo("2");
  }

  @Test
  void shouldSendAnUnknownSchemaIdToTheDeadLetters() {
    byte[] ride = driver.bytes(Topics.RIDES, ride("a", "1", NOON));
    ride[4] = 77;

    driver.rawRide("1", ride);

    assertThat(header(driver.out.deadLetters().get(0), "__streams.errors.message")).contains("77");
  }

  @Test
  void shouldSendATombstoneToTheDeadLetters() {
    driver.rawRide("1", null);

    List<TestRecord<byte[], byte[]>> letters = driver.out.deadLetters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).value()).isNull();
    assertThat(header(letters.get(0), "__streams.errors.message")).contains("tombstone");
  }

  @Test
  void shouldRejectAnOversizedRideWithAPointer() {
    driver.ride(Ride.newBuilder(ride("a", "1", NOON)).setVendor("x".repeat(300_000)).build());

    RejectedRide rejected = driver.out.rejected().get(0);
    assertThat(rejected.getReason()).isEqualTo(RejectionReason.OVERSIZED);
    assertThat(rejected.getDetail()).contains("rides-0@0");
    assertThat(rejected.getRide().getRideId()).isEqualTo("a");
    assertThat(rejected.getRide().getVendor()).hasSize(1_000);
  }

  @Test
  void shouldLeaveTheValueOutOfADeadLetterThatWouldNotFit() {
    byte[] large = new byte[950_000];
    large[0] = 5;

    driver.rawRide("1", large);

    TestRecord<byte[], byte[]> letter = driver.out.deadLetters().get(0);
    assertThat(letter.value()).isNull();
    assertThat(header(letter, "__streams.errors.message")).contains("950000 bytes is left out");
  }

  @Test
  void shouldSendUselessWatermarksToTheDeadLetters() {
    driver.rawWatermark("rides/0", new byte[] {1, 2, 3});
    driver.rawWatermark("rides/5", watermark("2020-10-01T05:00:00Z", CLOSES));
    driver.rawWatermark("rides/0", watermark("1970-01-01T00:00:00Z", CLOSES));
    driver.rawWatermark("rides/0", watermark(FROM, "2090-01-01T00:00:00Z"));

    assertThat(driver.out.deadLetters())
        .extracting(letter -> header(letter, "__streams.errors.topic"))
        .containsExactly(
            "ride-watermarks", "ride-watermarks", "ride-watermarks", "ride-watermarks");
    assertThat(driver.out.demand()).isEmpty();
  }

  @Test
  void shouldIgnoreAWatermarksTombstone() {
    driver.rawWatermark("rides/0", null);

    assertThat(driver.out.deadLetters()).isEmpty();
    assertThat(driver.out.demand()).isEmpty();
  }

  @Test
  void shouldCountEveryRideInOneOutcome() {
    driver.promise(FROM, "2020-10-20T07:00:00Z");
    driver.ride(ride("a", "1", "2020-10-19T12:00:00Z"));
    driver.ride(ride("a", "1", "2020-10-19T12:00:00Z"));
    driver.ride(ride("b", "1", NOON));
    driver.ride(ride("c", "99", NOON));
    driver.ride(ride("d", "98", NOON));
    driver.rawRide("1", new byte[3]);

    assertThat(rides("counted")).isEqualTo(1);
    assertThat(rides("duplicate")).isEqualTo(1);
    assertThat(rides("late")).isEqualTo(1);
    assertThat(rides("rejected")).isEqualTo(2);
    assertThat(rides("dead-lettered")).isEqualTo(1);
    assertThat(driver.meters.counter("ridecast.rejected.rides", "reason", "LATE")).isEqualTo(1);
    assertThat(driver.meters.counter("ridecast.rejected.rides", "reason", "UNKNOWN_COMMUNITY"))
        .isEqualTo(2);
  }

  private double rides(String outcome) {
    return driver.meters.counter("ridecast.rides", "outcome", outcome);
  }

  private byte[] watermark(String from, String until) {
    return driver.bytes(
        Topics.RIDE_WATERMARKS,
        RideWatermark.newBuilder()
            .setFeed("rides")
            .setCompleteFrom(Instant.parse(from))
            .setCompleteUntil(Instant.parse(until))
            .setSentAt(Instant.parse(FROM))
            .build());
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
