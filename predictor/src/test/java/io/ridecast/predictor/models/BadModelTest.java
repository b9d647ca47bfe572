package io.ridecast.predictor.models;

import static io.ridecast.predictor.models.LoaderBench.NOW;
import static io.ridecast.predictor.models.LoaderBench.announcement;
import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.ModelRejection;
import io.ridecast.records.ModelRejectionReason;
import org.junit.jupiter.api.Test;

/** Models that are refused, or make nonsense once they serve. */
class BadModelTest {
  private final LoaderBench bench = new LoaderBench();

  @Test
  void shouldKeepTheLastGoodModelWhenAnAnnouncedOneIsBad() {
    bench.bad.add("2");
    bench.announceAll(announcement(1, "1"), announcement(2, "2"));

    assertThat(bench.version()).isEqualTo("1");
    assertThat(bench.loader.ready().orElseThrow().decided()).isEqualTo(2);
    ModelRejection rejection = bench.rejections.get(0);
    assertThat(bench.rejections).hasSize(1);
    assertThat(rejection.getInstance()).isEqualTo("here");
    assertThat(rejection.getName()).isEqualTo("demand");
    assertThat(rejection.getVersion()).isEqualTo("2");
    assertThat(rejection.getReason()).isEqualTo(ModelRejectionReason.DIGEST);
    assertThat(rejection.getDetail()).isEqualTo("bad");
    assertThat(rejection.getRejectedAt()).isEqualTo(NOW);
  }

  @Test
  void shouldServeTheNextGoodModelAfterABadOne() {
    bench.bad.add("2");
    bench.announceAll(announcement(1, "1"), announcement(2, "2"), announcement(3, "3"));

    assertThat(bench.version()).isEqualTo("3");
  }

  @Test
  void shouldServeWhatServedBeforeARestartWhenTheOnlyAnnouncementLeftIsBad() {
    bench.bad.add("2");
    bench.loader.announce(announcement(2, "2"));
    bench.loader.servedBefore(announcement(1, "1"));
    bench.work();

    assertThat(bench.version()).isEqualTo("1");
    assertThat(bench.loader.ready().orElseThrow().decided()).isEqualTo(2);
  }

  @Test
  void shouldHaveNothingToDecideWhenTheOnlyAnnouncementIsBad() {
    bench.bad.add("1");
    bench.announceAll(announcement(1, "1"));

    assertThat(bench.loader.ready()).isEmpty();
    assertThat(bench.loader.deciding()).isFalse();
  }

  @Test
  void shouldSurviveWhateverABundleDoesToItsReader() {
    bench.bad.add("explodes");
    bench.announceAll(announcement(1, "1"), announcement(2, "explodes"));

    assertThat(bench.version()).isEqualTo("1");
    assertThat(bench.rejections.get(0).getReason()).isEqualTo(ModelRejectionReason.OTHER);
  }

  @Test
  void shouldGoBackFromAModelThatMakesNonsense() {
    bench.announceAll(announcement(1, "1"), announcement(2, "2"));
    ReadyModel second = bench.loader.ready().orElseThrow();

    bench.loader.withdraw(second, "NaN");
    bench.loader.withdraw(second, "NaN again, from another task");

    assertThat(bench.version()).isEqualTo("1");
    assertThat(bench.loader.ready().orElseThrow().decided()).isEqualTo(2);
    assertThat(bench.rejections).hasSize(1);
    assertThat(bench.rejections.get(0).getReason())
        .isEqualTo(ModelRejectionReason.IMPLAUSIBLE_OUTPUT);
    assertThat(bench.served).containsExactly("1", "2", "1");
  }

  @Test
  void shouldHaveNoModelWhenTheOnlyOneMakesNonsense() {
    bench.announceAll(announcement(1, "1"));

    bench.loader.withdraw(bench.loader.ready().orElseThrow(), "NaN");

    assertThat(bench.loader.ready()).isEmpty();
    assertThat(bench.loader.deciding()).isFalse();
    assertThat(bench.served).containsExactly("1", "none");
  }
}
