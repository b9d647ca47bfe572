package io.ridecast.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.feed.pace.SteadyPace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PaceFromStartTest {
  private static final Instant MIDNIGHT = Instant.parse("2024-06-04T05:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(10);

  private final PaceFromStart pace =
      new PaceFromStart(new SteadyPace(InstantSource.fixed(MIDNIGHT), Duration.ZERO));

  @Test
  void shouldWaitUntilItIsStarted() {
    CompletableFuture<Boolean> reached = CompletableFuture.supplyAsync(() -> pace.reach(MIDNIGHT));
    assertThat(reached).isNotDone();

    pace.start();

    assertThat(reached).succeedsWithin(SOON).isEqualTo(true);
  }

  @Test
  void shouldEndTheWaitWhenItIsStoppedBeforeItsStart() {
    CompletableFuture<Boolean> reached = CompletableFuture.supplyAsync(() -> pace.reach(MIDNIGHT));

    pace.stop();

    assertThat(reached).succeedsWithin(SOON).isEqualTo(false);
    assertThat(pace.stopped()).isTrue();
  }
}
