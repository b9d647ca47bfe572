package io.ridecast.predictor.models;

import static io.ridecast.predictor.models.LoaderBench.announcement;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.ModelRejectionReason;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Models that cannot be fetched now. */
class ModelFetchingTest {
  private final LoaderBench bench = new LoaderBench();

  @Test
  void shouldTryAgainWithGrowingPausesWhatItCannotFetch() {
    bench.unreachable.add("1");
    bench.loader.announce(announcement(1, "1"));
    for (int i = 0; i < 7; i++) {
      bench.tasks.remove().run();
    }

    assertThat(bench.pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    assertThat(bench.loader.deciding()).isTrue();
    assertThat(bench.rejections).hasSize(1);
    assertThat(bench.rejections.get(0).getReason()).isEqualTo(ModelRejectionReason.UNREACHABLE);

    bench.unreachable.clear();
    bench.work();
    assertThat(bench.version()).isEqualTo("1");
  }

  @Test
  void shouldKeepTheLastGoodModelWhileANewOneCannotBeFetched() {
    bench.unreachable.add("2");
    bench.loader.announce(announcement(1, "1"));
    bench.tasks.remove().run();
    bench.loader.announce(announcement(2, "2"));
    bench.tasks.remove().run();

    assertThat(bench.version()).isEqualTo("1");
    assertThat(bench.loader.ready().orElseThrow().decided()).isEqualTo(1);
    assertThat(bench.loader.deciding()).isFalse();
  }

  @Test
  void shouldServeAnOlderModelWhileTheNewestCannotBeFetchedAfterARestart() {
    bench.unreachable.add("2");
    bench.loader.announce(announcement(2, "2"));
    bench.loader.servedBefore(announcement(1, "1"));
    bench.tasks.remove().run();

    assertThat(bench.version()).isEqualTo("1");

    bench.unreachable.clear();
    bench.work();
    assertThat(bench.version()).isEqualTo("2");
  }

  @Test
  void shouldPlanOnlyOneRetryAtATime() {
    bench.unreachable.addAll(Set.of("1", "2"));
    bench.loader.announce(announcement(1, "1"));
    bench.loader.announce(announcement(2, "2"));
    bench.tasks.remove().run();
    bench.tasks.remove().run();

    assertThat(bench.tasks).hasSize(1);
  }
}
