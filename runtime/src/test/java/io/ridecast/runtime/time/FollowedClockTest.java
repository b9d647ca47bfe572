package io.ridecast.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.runtime.settings.Environment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowedClockTest {
  private static final Instant WALL = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant PAST = Instant.parse("2017-12-01T06:00:00Z");
  private static final InstantSource MACHINE = InstantSource.fixed(WALL);

  @Test
  void shouldStandWhereTheDataStands() {
    FollowedClock clock = new FollowedClock(ClockMode.WATERMARK, MACHINE);

    clock.follow(PAST, false);

    assertThat(clock.now()).isEqualTo(PAST);
    assertThat(clock.loading()).isFalse();
  }

  @Test
  void shouldNeverGoBack() {
    FollowedClock clock = new FollowedClock(ClockMode.WATERMARK, MACHINE);

    clock.follow(PAST, false);
    clock.follow(PAST.minusSeconds(1), true);

    assertThat(clock.now()).isEqualTo(PAST);
    assertThat(clock.loading()).isTrue();
  }

  @Test
  void shouldBeLoadingAndWithoutATimeUntilItIsTold() {
    FollowedClock clock = new FollowedClock(ClockMode.WATERMARK, MACHINE);

    assertThat(clock.now()).isEqualTo(Instant.EPOCH);
    assertThat(clock.loading()).isTrue();
  }

  @Test
  void shouldAskTheMachineInProductionButFollowWhetherHistoryIsLoading() {
    FollowedClock clock = new FollowedClock(ClockMode.WALL, MACHINE);

    clock.follow(PAST, false);

    assertThat(clock.now()).isEqualTo(WALL);
    assertThat(clock.loading()).isFalse();
  }

  @Test
  void shouldReadItsModeFromTheSettings() {
    assertThat(FollowedClock.from(Environment.of(Map.of()))).isEqualTo(ClockMode.WALL);
    assertThat(FollowedClock.from(Environment.of(Map.of("CLOCK", "watermark"))))
        .isEqualTo(ClockMode.WATERMARK);
  }
}
