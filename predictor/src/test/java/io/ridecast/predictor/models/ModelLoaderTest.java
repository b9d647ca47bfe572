package io.ridecast.predictor.models;

import static io.ridecast.predictor.models.LoaderBench.announcement;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.ModelRole;
import org.junit.jupiter.api.Test;

class ModelLoaderTest {
  private final LoaderBench bench = new LoaderBench();

  @Test
  void shouldHaveNoModelAtFirst() {
    assertThat(bench.loader.ready()).isEmpty();
    assertThat(bench.loader.deciding()).isFalse();
  }

  @Test
  void shouldServeAnAnnouncedModelOnceItIsVerified() {
    bench.loader.announce(announcement(1, "1"));
    assertThat(bench.loader.ready()).isEmpty();
    assertThat(bench.loader.deciding()).isTrue();

    bench.work();

    assertThat(bench.version()).isEqualTo("1");
    assertThat(bench.loader.ready().orElseThrow().decided()).isEqualTo(1);
    assertThat(bench.loader.deciding()).isFalse();
    assertThat(bench.served).containsExactly("1");
  }

  @Test
  void shouldServeTheHighestSequenceWhateverTheOrder() {
    bench.loader.announce(announcement(3, "3"));
    bench.loader.announce(announcement(1, "1"));
    bench.loader.announce(announcement(2, "2"));
    bench.work();

    bench.loader.announce(announcement(1, "1"));
    bench.work();

    assertThat(bench.version()).isEqualTo("3");
    assertThat(bench.fetched).containsExactly("3");
  }

  @Test
  void shouldRollBackToAnOlderVersionAnnouncedAnew() {
    bench.announceAll(announcement(1, "1"), announcement(2, "2"), announcement(3, "1"));

    assertThat(bench.version()).isEqualTo("1");
    assertThat(bench.loader.ready().orElseThrow().decided()).isEqualTo(3);
  }

  @Test
  void shouldNotFetchAgainWhatServes() {
    bench.announceAll(announcement(1, "1"), announcement(2, "1"));

    assertThat(bench.fetched).containsExactly("1");
    assertThat(bench.loader.ready().orElseThrow().decided()).isEqualTo(2);
    assertThat(bench.loader.ready().orElseThrow().announcement().getSequence()).isEqualTo(2);
  }

  @Test
  void shouldNotListenToChallengersAndOtherNames() {
    bench.loader.announce(Announcements.champion(1, "1").setRole(ModelRole.CHALLENGER).build());
    bench.loader.announce(Announcements.champion(2, "2").setName("supply").build());

    assertThat(bench.tasks).isEmpty();
  }
}
