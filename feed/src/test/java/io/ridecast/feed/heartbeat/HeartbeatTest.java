package io.ridecast.feed.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ridecast.feed.sending.FakeBroker;
import io.ridecast.feed.sending.Promise;
import io.ridecast.feed.sending.SendFailure;
import io.ridecast.records.RideWatermark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final Instant FROM = Instant.parse("2025-12-01T06:00:00Z");
  private static final Map<Integer, Long> ENDS = Map.of(0, 5L, 1, 0L, 2, 7L, 3, 9L);
  private static final Duration LAG = Duration.ofMinutes(5);

  private final FakeBroker broker = new FakeBroker();

  @Test
  void shouldPromiseThatTheRidesBeforeTheirEndsAreComplete() {
    Promise promise = heartbeat().beat(Optional.of(FROM), Optional.empty(), LAG);

    assertThat(promise).isEqualTo(new Promise(FROM, FakeBroker.NOW.minus(LAG)));
    RideWatermark watermark = last(2);
    assertThat(watermark.getCompleteUntil()).isEqualTo(FakeBroker.NOW.minus(LAG));
    assertThat(watermark.getRidesOffset()).isEqualTo(7);
    assertThat(watermark.getLoadingUntil()).isNull();
    assertThat(watermark.getRetired()).isFalse();
  }

  @Test
  void shouldKnowTheSecondTimeSinceWhenTheRidesAreComplete() {
    heartbeat().beat(Optional.of(FROM), Optional.of(FROM.plusSeconds(60)), LAG);

    Promise promise = heartbeat().beat(Optional.empty(), Optional.empty(), LAG);

    assertThat(promise.from()).isEqualTo(FROM);
  }

  @Test
  void shouldAskSinceWhenTheFirstTime() {
    assertThatExceptionOfType(SendFailure.class)
        .isThrownBy(() -> heartbeat().beat(Optional.empty(), Optional.empty(), LAG))
        .withMessageContaining("--from");
    assertThat(broker.records()).isEmpty();
  }

  @Test
  void shouldRefuseAnEndBeforeTheBeginning() {
    assertThatExceptionOfType(SendFailure.class)
        .isThrownBy(
            () -> heartbeat().beat(Optional.of(FROM), Optional.of(FROM.minusSeconds(1)), LAG));
  }

  @Test
  void shouldRetireWithWhatItHasPromised() {
    heartbeat().beat(Optional.of(FROM), Optional.of(FROM.plusSeconds(60)), LAG);

    Promise promise = heartbeat().retire();

    assertThat(promise).isEqualTo(new Promise(FROM, FROM.plusSeconds(60)));
    assertThat(last(3).getRetired()).isTrue();
    assertThat(last(3).getRidesOffset()).isEqualTo(9);
    assertThat(last(3).getCompleteUntil()).isEqualTo(FROM.plusSeconds(60));
  }

  @Test
  void shouldNotRetireAFeedThatNeverPromisedAnything() {
    assertThatExceptionOfType(SendFailure.class)
        .isThrownBy(() -> heartbeat().retire())
        .withMessageContaining("own");
  }

  private Heartbeat heartbeat() {
    return new Heartbeat(
        "own", broker.sender("own"), () -> ENDS, InstantSource.fixed(FakeBroker.NOW));
  }

  private RideWatermark last(int partition) {
    List<RideWatermark> watermarks = broker.watermarks(partition);
    return watermarks.get(watermarks.size() - 1);
  }
}
