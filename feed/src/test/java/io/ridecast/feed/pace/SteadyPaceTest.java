package io.ridecast.feed.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SteadyPaceTest {
  private static final Instant PAST = Instant.parse("2017-12-01T06:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void shouldLetADayLastAsLongAsItIsTold() {
    Pace pace = new SteadyPace(Clock.systemUTC(), Duration.ofMillis(2_400));
    long start = System.nanoTime();

    assertThat(pace.reach(PAST)).isTrue();
    assertThat(pace.reach(PAST.plus(HOUR))).isTrue();
    assertThat(pace.reach(PAST.plus(HOUR.multipliedBy(2)))).isTrue();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(199));
  }

  @Test
  @Timeout(60)
  void shouldNotWaitWhenADayLastsNoTime() {
    Pace pace =
        new SteadyPace(InstantSource.fixed(PAST.plus(HOUR.multipliedBy(999))), Duration.ZERO);

    for (int hour = 0; hour < 100; hour++) {
      assertThat(pace.reach(PAST.plus(HOUR.multipliedBy(hour)))).isTrue();
    }
  }

  @Test
  void shouldEndAWaitAtOnceWhenStopped() throws Exception {
    Pace pace = new SteadyPace(Clock.systemUTC(), Duration.ofDays(1));
    pace.reach(PAST);
    CompletableFuture<Boolean> reached =
        CompletableFuture.supplyAsync(() -> pace.reach(PAST.plus(HOUR)));

    pace.stop();

    assertThat(reached.get(5, TimeUnit.SECONDS)).isFalse();
    assertThat(pace.stopped()).isTrue();
  }

  @Test
  void shouldNotOvertakeTheWallClock() throws Exception {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Pace pace = new SteadyPace(InstantSource.fixed(now), Duration.ZERO);
    assertThat(pace.reach(now)).isTrue();

    CompletableFuture<Boolean> future =
        CompletableFuture.supplyAsync(() -> pace.reach(now.plus(HOUR)));

    assertThat(future).isNotCompleted();
    pace.stop();
    assertThat(future.get(5, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void shouldRefuseADayThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> new SteadyPace(Clock.systemUTC(), Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
