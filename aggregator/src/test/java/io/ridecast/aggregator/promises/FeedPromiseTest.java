package io.ridecast.aggregator.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.RideWatermark;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedPromiseTest {
  private static final Instant JUNE = Instant.parse("2020-06-01T05:00:00Z");
  private static final Instant JULY = Instant.parse("2020-07-01T05:00:00Z");
  private static final Instant ARRIVAL = Instant.parse("2020-07-02T00:00:00Z");

  @Test
  void shouldTakeOverAWatermark() {
    RideWatermark watermark =
        RideWatermark.newBuilder()
            .setFeed("rides")
            .setCompleteFrom(JUNE)
            .setCompleteUntil(JULY)
            .setRidesOffset(7)
            .setLoadingUntil(JULY)
            .setSentAt(ARRIVAL)
            .build();

    assertThat(FeedPromise.of(watermark))
        .isEqualTo(new FeedPromise("rides", JUNE, JULY, 7, JULY, false));
  }

  @Test
  void shouldAcceptAPromiseAndAnAnnouncement() {
    assertThat(promise(JUNE, JULY).objection(ARRIVAL)).isEmpty();
    assertThat(promise(null, null).objection(ARRIVAL)).isEmpty();
  }

  @Test
  void shouldRefuseHalfAPromise() {
    assertThat(promise(JUNE, null).objection(ARRIVAL)).isPresent();
    assertThat(promise(null, JULY).objection(ARRIVAL)).isPresent();
  }

  @Test
  void shouldRefuseASpanThatEndsBeforeItBegins() {
    assertThat(promise(JULY, JUNE).objection(ARRIVAL)).isPresent();
  }

  @Test
  void shouldRefuseAPromiseOfTheFuture() {
    assertThat(promise(JUNE, ARRIVAL.plusSeconds(2 * 86_400)).objection(ARRIVAL)).isEmpty();
    assertThat(promise(JUNE, ARRIVAL.plusSeconds(2 * 86_400 + 1)).objection(ARRIVAL))
        .hasValueSatisfying(objection -> assertThat(objection).contains("2 days"));
  }

  @Test
  void shouldRefuseAPromiseOfThePastBeforeScooters() {
    assertThat(promise(Instant.EPOCH, JULY).objection(ARRIVAL))
        .hasValueSatisfying(objection -> assertThat(objection).contains("2010"));
  }

  @Test
  void shouldRefuseAPromiseOfNobody() {
    assertThat(new FeedPromise("", JUNE, JULY, 0, null, false).objection(ARRIVAL)).isPresent();
  }

  private static FeedPromise promise(Instant from, Instant until) {
    return new FeedPromise("rides", from, until, 0, null, false);
  }
}
