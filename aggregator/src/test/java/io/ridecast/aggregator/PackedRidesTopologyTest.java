package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.counting.CountingProcessor;
import io.ridecast.aggregator.packing.RidePacker;
import io.ridecast.records.RejectedRide;
import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The driver runs no interceptor, so the packs are made here; its offsets count packs. */
class PackedRidesTopologyTest {
  private static final String FROM = "2020-10-01T05:00:00Z";
  private static final String NOON = "2020-10-01T17:00:00Z";
  private static final String CLOSES = "2020-10-02T07:00:00Z";

  private final AggregatorDriver driver = new AggregatorDriver();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldCountTheRidesOfAPack() {
    pack(ride("a", "1", NOON), ride("b", "2", NOON), ride("a", "1", NOON), ride("c", "1", NOON));

    driver.promise("rides", FROM, CLOSES, 4);

    assertThat(driver.demandLines())
        .containsExactly("1 2020-10-01 2 r1 CLOSED", "2 2020-10-01 1 r1 CLOSED");
    assertThat(driver.counter("ridecast.rides", "outcome", "counted")).isEqualTo(3);
  }

  @Test
  void shouldWriteOneBlockForAPack() {
    pack(ride("a", "1", NOON), ride("b", "2", NOON), ride("c", "1", NOON));

    assertThat(driver.entries(CountingProcessor.IDS)).isEqualTo(1);
  }

  @Test
  void shouldKnowTheRidesOfAPackAgainOneByOne() {
    pack(ride("a", "1", NOON), ride("b", "1", NOON));

    driver.ride(ride("b", "1", NOON));

    assertThat(driver.counter("ridecast.rides", "outcome", "duplicate")).isEqualTo(1);
  }

  @Test
  void shouldApplyAWatermarkInTheMiddleOfAPack() {
    driver.promise("rides", FROM, CLOSES, 2);

    pack(ride("a", "1", NOON), ride("b", "1", NOON), ride("late", "1", NOON));

    assertThat(driver.demandLines())
        .containsExactly(
            "1 2020-10-01 2 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED", "1 2020-10-01 3 r2 CLOSED");
  }

  @Test
  void shouldRejectAndDeadLetterSingleRidesOfAPack() {
    byte[] broken = {7, 7};
    TestRecord<String, byte[]> pack =
        packed(
            List.of(
                bytes(ride("a", "1", NOON)),
                broken,
                bytes(ride("b", "99", NOON)),
                bytes(ride("c", "1", NOON))));

    driver.ride(pack);

    assertThat(driver.rejected()).extracting(r -> r.getRide().getRideId()).containsExactly("b");
    List<TestRecord<byte[], byte[]>> letters = driver.deadLetters();
    assertThat(letters).extracting(TestRecord::value).containsExactly(broken);
    assertThat(letters.get(0).key()).isEqualTo("1".getBytes(StandardCharsets.UTF_8));
    assertThat(
            new String(
                letters.get(0).headers().lastHeader("__streams.errors.offset").value(),
                StandardCharsets.UTF_8))
        .isEqualTo("1");
    assertThat(driver.counter("ridecast.rides", "outcome", "counted")).isEqualTo(2);
  }

  @Test
  void shouldJudgeEachRideOfAPackByItsOwnArrival() {
    Instant start = Instant.parse(NOON);
    TestRecord<String, byte[]> pack =
        packed(
            List.of(
                record(0, start.minusSeconds(100_000), bytes(ride("a", "1", NOON))),
                record(1, start, bytes(ride("b", "1", NOON)))),
            start.minusSeconds(100_000));

    driver.ride(pack);

    assertThat(driver.rejected())
        .extracting(RejectedRide::getRide)
        .extracting(io.ridecast.records.Ride::getRideId)
        .containsExactly("a");
  }

  private void pack(io.ridecast.records.Ride... rides) {
    driver.ride(packed(java.util.Arrays.stream(rides).map(this::bytes).toList()));
  }

  private byte[] bytes(io.ridecast.records.Ride ride) {
    return driver.bytes(Topics.RIDES, ride);
  }

  private static TestRecord<String, byte[]> packed(List<byte[]> values) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (byte[] value : values) {
      records.add(record(records.size(), AggregatorDriver.ARRIVAL, value));
    }
    return packed(records, AggregatorDriver.ARRIVAL);
  }

  private static TestRecord<String, byte[]> packed(
      List<ConsumerRecord<byte[], byte[]>> records, Instant time) {
    TopicPartition partition = new TopicPartition(Topics.RIDES.name(), 0);
    List<ConsumerRecord<byte[], byte[]>> packs =
        new RidePacker()
            .onConsume(new ConsumerRecords<>(Map.of(partition, records), Map.of()))
            .records(partition);
    assertThat(packs).hasSize(1);
    return new TestRecord<>(null, packs.get(0).value(), time);
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, Instant time, byte[] value) {
    return new ConsumerRecord<>(
        Topics.RIDES.name(),
        0,
        offset,
        time.toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        "1".getBytes(StandardCharsets.UTF_8),
        value,
        new RecordHeaders(),
        java.util.Optional.empty());
  }
}
