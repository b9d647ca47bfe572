package io.ridecast.feed.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.feed.csv.RideFiles;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PromisesAsItGoesTest {
  private static final Instant MIDNIGHT = Instant.parse("2020-08-12T05:00:00Z");
  private static final Instant NEXT = Instant.parse("2020-08-13T05:00:00Z");

  private final RideSender sender = new FakeBroker().sender("rides");

  @Test
  void shouldPromiseAtTheChangeOfTheDay() {
    PromisesAsItGoes promises = promises(Duration.ZERO);
    send(PromisesAsItGoes.RIDES_BETWEEN);

    promises.reached(NEXT.minusMillis(1));
    assertThat(sender.promised()).isEmpty();

    promises.reached(NEXT.plusSeconds(7));
    assertThat(sender.promised()).contains(new Promise(MIDNIGHT, NEXT.plusSeconds(7)));
  }

  @Test
  void shouldNotWaitForTheBrokerForAFewRides() {
    PromisesAsItGoes promises = promises(Duration.ZERO);
    send(PromisesAsItGoes.RIDES_BETWEEN - 1);

    promises.reached(NEXT.plusSeconds(7));

    assertThat(sender.promised()).isEmpty();
  }

  @Test
  void shouldPromiseLessByAsMuchAsTheFileIsOutOfOrder() {
    PromisesAsItGoes promises = promises(Duration.ofHours(2));
    send(PromisesAsItGoes.RIDES_BETWEEN);

    promises.reached(NEXT.plusSeconds(3600));
    assertThat(sender.promised()).isEmpty();

    promises.reached(NEXT.plusSeconds(7200));
    assertThat(sender.promised()).contains(new Promise(MIDNIGHT, NEXT));
  }

  private PromisesAsItGoes promises(Duration disorder) {
    return new PromisesAsItGoes(sender, RideFiles.CHICAGO.serviceDay(), MIDNIGHT, disorder);
  }

  private void send(int rides) {
    for (int i = 0; i < rides; i++) {
      sender.send(RideSenderTest.ride("a", "6"));
    }
  }
}
