package io.ridecast.predictor.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.forecasting.model.FallbackModel;
import io.ridecast.forecasting.model.ForecastModel;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRejection;
import io.ridecast.records.ModelRejectionReason;
import io.ridecast.records.ModelRole;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelLoaderTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Set<String> bad = new TreeSet<>();
  private final Set<String> unreachable = new TreeSet<>();
  private final List<ModelRejection> rejections = new ArrayList<>();
  private final List<String> served = new ArrayList<>();
  private final List<String> fetched = new ArrayList<>();
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private ModelLoader loader;

  @BeforeEach
  void start() {
    loader =
        new ModelLoader(
            new Store(),
            this::verify,
            (task, after) -> {
              tasks.add(task);
              pauses.add(after);
            },
            new Told(),
            "here",
            () -> NOW);
  }

  @Test
  void shouldHaveNoModelAtFirst() {
    assertThat(loader.ready()).isEmpty();
    assertThat(loader.deciding()).isFalse();
  }

  @Test
  void shouldServeAnAnnouncedModelOnceItIsVerified() {
    loader.announce(announcement(1, "1"));
    assertThat(loader.ready()).isEmpty();
    assertThat(loader.deciding()).isTrue();

    work();

    assertThat(version()).isEqualTo("1");
    assertThat(loader.ready().orElseThrow().decided()).isEqualTo(1);
    assertThat(loader.deciding()).isFalse();
    assertThat(served).containsExactly("1");
  }

  @Test
  void shouldServeTheHighestSequenceWhateverTheOrder() {
    loader.announce(announcement(3, "3"));
    loader.announce(announcement(1, "1"));
    loader.announce(announcement(2, "2"));
    work();

    loader.announce(announcement(1, "1"));
    work();

    assertThat(version()).isEqualTo("3");
    assertThat(fetched).containsExactly("3");
  }

  @Test
  void shouldRollBackToAnOlderVersionAnnouncedAnew() {
    announceAll(announcement(1, "1"), announcement(2, "2"), announcement(3, "1"));

    assertThat(version()).isEqualTo("1");
    assertThat(loader.ready().orElseThrow().decided()).isEqualTo(3);
  }

  @Test
  void shouldNotFetchAgainWhatServes() {
    announceAll(announcement(1, "1"), announcement(2, "1"));

    assertThat(fetched).containsExactly("1");
    assertThat(loader.ready().orElseThrow().decided()).isEqualTo(2);
    assertThat(loader.ready().orElseThrow().announcement().getSequence()).isEqualTo(2);
  }

  @Test
  void shouldKeepTheLastGoodModelWhenAnAnnouncedOneIsBad() {
    bad.add("2");
    announceAll(announcement(1, "1"), announcement(2, "2"));

    assertThat(version()).isEqualTo("1");
    assertThat(loader.ready().orElseThrow().decided()).isEqualTo(2);
    ModelRejection rejection = rejections.get(0);
    assertThat(rejections).hasSize(1);
    assertThat(rejection.getInstance()).isEqualTo("here");
    assertThat(rejection.getName()).isEqualTo("demand");
    assertThat(rejection.getVersion()).isEqualTo("2");
    assertThat(rejection.getReason()).isEqualTo(ModelRejectionReason.DIGEST);
    assertThat(rejection.getDetail()).isEqualTo("bad");
    assertThat(rejection.getRejectedAt()).isEqualTo(NOW);
  }

  @Test
  void shouldServeTheNextGoodModelAfterABadOne() {
    bad.add("2");
    announceAll(announcement(1, "1"), announcement(2, "2"), announcement(3, "3"));

    assertThat(version()).isEqualTo("3");
  }

  @Test
  void shouldServeWhatServedBeforeARestartWhenTheOnlyAnnouncementLeftIsBad() {
    bad.add("2");
    loader.announce(announcement(2, "2"));
    loader.servedBefore(announcement(1, "1"));
    work();

    assertThat(version()).isEqualTo("1");
    assertThat(loader.ready().orElseThrow().decided()).isEqualTo(2);
  }

  @Test
  void shouldHaveNothingToDecideWhenTheOnlyAnnouncementIsBad() {
    bad.add("1");
    announceAll(announcement(1, "1"));

    assertThat(loader.ready()).isEmpty();
    assertThat(loader.deciding()).isFalse();
  }

  @Test
  void shouldTryAgainWithGrowingPausesWhatItCannotFetch() {
    unreachable.add("1");
    loader.announce(announcement(1, "1"));
    for (int i = 0; i < 7; i++) {
      tasks.remove().run();
    }

    assertThat(pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    assertThat(loader.deciding()).isTrue();
    assertThat(rejections).hasSize(1);
    assertThat(rejections.get(0).getReason()).isEqualTo(ModelRejectionReason.UNREACHABLE);

    unreachable.clear();
    work();
    assertThat(version()).isEqualTo("1");
  }

  @Test
  void shouldKeepTheLastGoodModelWhileANewOneCannotBeFetched() {
    unreachable.add("2");
    loader.announce(announcement(1, "1"));
    tasks.remove().run();
    loader.announce(announcement(2, "2"));
    tasks.remove().run();

    assertThat(version()).isEqualTo("1");
    assertThat(loader.ready().orElseThrow().decided()).isEqualTo(1);
    assertThat(loader.deciding()).isFalse();
  }

  @Test
  void shouldServeAnOlderModelWhileTheNewestCannotBeFetchedAfterARestart() {
    unreachable.add("2");
    loader.announce(announcement(2, "2"));
    loader.servedBefore(announcement(1, "1"));
    tasks.remove().run();

    assertThat(version()).isEqualTo("1");

    unreachable.clear();
    work();
    assertThat(version()).isEqualTo("2");
  }

  @Test
  void shouldPlanOnlyOneRetryAtATime() {
    unreachable.addAll(Set.of("1", "2"));
    loader.announce(announcement(1, "1"));
    loader.announce(announcement(2, "2"));
    tasks.remove().run();
    tasks.remove().run();

    assertThat(tasks).hasSize(1);
  }

  @Test
  void shouldSurviveWhateverABundleDoesToItsReader() {
    bad.add("explodes");
    announceAll(announcement(1, "1"), announcement(2, "explodes"));

    assertThat(version()).isEqualTo("1");
    assertThat(rejections.get(0).getReason()).isEqualTo(ModelRejectionReason.OTHER);
  }

  @Test
  void shouldGoBackFromAModelThatMakesNonsense() {
    announceAll(announcement(1, "1"), announcement(2, "2"));
    ReadyModel second = loader.ready().orElseThrow();

    loader.withdraw(second, "NaN");
    loader.withdraw(second, "NaN again, from another task");

    assertThat(version()).isEqualTo("1");
    assertThat(loader.ready().orElseThrow().decided()).isEqualTo(2);
    assertThat(rejections).hasSize(1);
    assertThat(rejections.get(0).getReason()).isEqualTo(ModelRejectionReason.IMPLAUSIBLE_OUTPUT);
    assertThat(served).containsExactly("1", "2", "1");
  }

  @Test
  void shouldHaveNoModelWhenTheOnlyOneMakesNonsense() {
    announceAll(announcement(1, "1"));

    loader.withdraw(loader.ready().orElseThrow(), "NaN");

    assertThat(loader.ready()).isEmpty();
    assertThat(loader.deciding()).isFalse();
    assertThat(served).containsExactly("1", "none");
  }

  @Test
  void shouldNotListenToChallengersAndOtherNames() {
    loader.announce(
        ModelAnnouncement.newBuilder(announcement(1, "1")).setRole(ModelRole.CHALLENGER).build());
    loader.announce(ModelAnnouncement.newBuilder(announcement(2, "2")).setName("supply").build());

    assertThat(tasks).isEmpty();
  }

  private String version() {
    return loader.ready().orElseThrow().version();
  }

  private void announceAll(ModelAnnouncement... announcements) {
    for (ModelAnnouncement announcement : announcements) {
      loader.announce(announcement);
      work();
    }
  }

  private void work() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private Verification.Verdict verify(ModelAnnouncement announcement, byte[] bundle) {
    String version = new String(bundle, StandardCharsets.UTF_8);
    if (version.equals("explodes")) {
      throw new IllegalStateException("boom");
    }
    return bad.contains(version)
        ? new Verification.Refused(ModelRejectionReason.DIGEST, "bad")
        : new Verification.Accepted(new Named(version));
  }

  private static ModelAnnouncement announcement(long sequence, String version) {
    return ModelAnnouncement.newBuilder()
        .setSequence(sequence)
        .setName("demand")
        .setRole(ModelRole.CHAMPION)
        .setVersion(version)
        .setRunId("run")
        .setArtifactUri("file:/models/" + version)
        .setSha256("sha-" + version)
        .setFeatureFingerprint("f")
        .setGolden(List.of())
        .setMetrics(Map.of())
        .setAnnouncedAt(NOW)
        .build();
  }

  private final class Store implements ArtifactStore {
    @Override
    public URI put(String path, byte[] content) {
      throw new AssertionError("nobody writes here");
    }

    @Override
    public byte[] get(URI uri) throws ArtifactUnavailable {
      String version = uri.getPath().substring("/models/".length());
      if (unreachable.contains(version)) {
        throw new ArtifactUnavailable("away");
      }
      fetched.add(version);
      return version.getBytes(StandardCharsets.UTF_8);
    }
  }

  private final class Told implements ModelEvents {
    @Override
    public void serves(Optional<ReadyModel> model) {
      served.add(model.map(ReadyModel::version).orElse("none"));
    }

    @Override
    public void refused(ModelRejection rejection) {
      rejections.add(rejection);
    }
  }

  /** Each is itself only. */
  private static final class Named implements ForecastModel {
    private final String version;
    private final FallbackModel model = new FallbackModel();

    Named(String version) {
      this.version = version;
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public List<List<io.ridecast.forecasting.model.DayForecast>> forecast(
        List<io.ridecast.forecasting.model.ForecastInput> inputs, int firstLead) {
      return model.forecast(inputs, firstLead);
    }

    @Override
    public float[][][] features(
        List<io.ridecast.forecasting.model.ForecastInput> inputs, int firstLead) {
      return model.features(inputs, firstLead);
    }
  }
}
