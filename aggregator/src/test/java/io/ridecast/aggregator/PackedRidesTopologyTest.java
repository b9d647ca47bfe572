package io.ridecast.aggregator;

import static io.ridecast.aggregator.AggregatorDriver.ride;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.aggregator.counting.CountingProcessor;
import io.ridecast.aggregator.state.DayStore;
import io.ridecast.records.RejectedRide;
import io.ridecast.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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

    assertThat(driver.out.demandLines())
        .containsExactly("1 2020-10-01 2 r1 CLOSED", "2 2020-10-01 1 r1 CLOSED");
    assertThat(driver.meters.counter("ridecast.rides", "outcome", "counted")).isEqualTo(3);
  }

  @Test
  void shouldWriteOneBlockForAPack() {
    pack(ride("a", "1", NOON), ride("b", "2", NOON), ride("c", "1", NOON));

    assertThat(driver.rows(CountingProcessor.STORE, DayStore.IDS)).isEqualTo(1);
  }

  /** The pack is a header, and Streams passes headers on to whatever comes of a record. */
  @Test
  void shouldLetNothingOfAPackOutOfTheProcess() {
    driver.promise("rides", FROM, CLOSES, 2);

    pack(ride("a", "1", NOON), ride("b", "2", NOON), ride("c", "1", NOON));

    String changelog = AggregatorDriver.APPLICATION + "-" + CountingProcessor.STORE + "-changelog";
    for (String topic : List.of(Topics.DAILY_DEMAND.name(), changelog)) {
      assertThat(driver.out.records(topic))
          .isNotEmpty()
          .allSatisfy(record -> assertThat(record.headers()).isEmpty());
    }
  }

  @Test
  void shouldKnowTheRidesOfAPackAgainOneByOne() {
    pack(ride("a", "1", NOON), ride("b", "1", NOON));

    driver.ride(ride("b", "1", NOON));

    assertThat(driver.meters.counter("ridecast.rides", "outcome", "duplicate")).isEqualTo(1);
  }

  @Test
  void shouldApplyAWatermarkInTheMiddleOfAPack() {
    driver.promise("rides", FROM, CLOSES, 2);

    pack(ride("a", "1", NOON), ride("b", "1", NOON), ride("late", "1", NOON));

    assertThat(driver.out.demandLines())
        .containsExactly(
            "1 2020-10-01 2 r1 CLOSED", "2 2020-10-01 0 r1 CLOSED", "1 2020-10-01 3 r2 CLOSED");
  }

  @Test
  void shouldRejectAndDeadLetterSingleRidesOfAPack() {
    byte[] broken = {7, 7};
    TestRecord<String, byte[]> pack =
        Packs.of(
            List.of(
                bytes(ride("a", "1", NOON)),
                broken,
                bytes(ride("b", "99", NOON)),
                bytes(ride("c", "1", NOON))),
            0,
            AggregatorDriver.ARRIVAL);

    driver.ride(pack);

    assertThat(driver.out.rejected()).extracting(r -> r.getRide().getRideId()).containsExactly("b");
    List<TestRecord<byte[], byte[]>> letters = driver.out.deadLetters();
    assertThat(letters).extracting(TestRecord::value).containsExactly(broken);
    assertThat(letters.get(0).key()).isEqualTo("1".getBytes(StandardCharsets.UTF_8));
    assertThat(
            new String(
                letters.get(0).headers().lastHeader("__streams.errors.offset").value(),
                StandardCharsets.UTF_8))
        .isEqualTo("1");
    assertThat(driver.meters.counter("ridecast.rides", "outcome", "counted")).isEqualTo(2);
  }

  @Test
  void shouldJudgeEachRideOfAPackByItsOwnArrival() {
    Instant start = Instant.parse(NOON);
    TestRecord<String, byte[]> pack =
        Packs.ofRecords(
            List.of(
                Packs.record(0, start.minusSeconds(100_000), bytes(ride("a", "1", NOON))),
                Packs.record(1, start, bytes(ride("b", "1", NOON)))),
            start.minusSeconds(100_000));

    driver.ride(pack);

    assertThat(driver.out.rejected())
        .extracting(RejectedRide::getRide)
        .extracting(io.ridecast.records.Ride::getRideId)
        .containsExactly("a");
  }

  private void pack(io.ridecast.records.Ride... rides) {
    driver.ride(
        Packs.of(
            java.util.Arrays.stream(rides).map(this::bytes).toList(),
            driver.ridesSent(),
            AggregatorDriver.ARRIVAL));
  }

  private byte[] bytes(io.ridecast.records.Ride ride) {
    return driver.bytes(Topics.RIDES, ride);
  }
}
