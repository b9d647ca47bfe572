package io.ridecast.trainer.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.trainer.models.ModelRegistry;
import io.ridecast.trainer.models.RegisteredModel;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ShowcaseTest {
  private final UnsteadyRegistry registry = new UnsteadyRegistry();

  @Test
  void shouldShowEachChampionOnceTheRegistryIsBack() {
    registry.away = true;
    try (Showcase showcase = new Showcase(registry)) {
      showcase.follow(Optional.of(champion(1)));
      await().until(() -> registry.asked > 1);
      assertThat(registry.shown).isEmpty();

      registry.away = false;
      await().untilAsserted(() -> assertThat(registry.shown).containsExactly("1"));

      showcase.follow(Optional.of(champion(2)));
      await().untilAsserted(() -> assertThat(registry.shown).containsExactly("1", "2"));
    }
  }

  @Test
  void shouldShowNothingWhileAnotherTrainerIsOnDuty() {
    try (Showcase showcase = new Showcase(registry)) {
      showcase.follow(Optional.of(champion(1)));
      await().until(() -> registry.shown.size() == 1);

      showcase.rest();
      showcase.follow(Optional.empty());
      showcase.follow(Optional.of(champion(3)));

      await().untilAsserted(() -> assertThat(registry.shown).containsExactly("1", "3"));
    }
  }

  private static ModelAnnouncement champion(int version) {
    return ModelAnnouncement.newBuilder()
        .setSequence(version)
        .setName("demand")
        .setRole(ModelRole.CHAMPION)
        .setVersion(Integer.toString(version))
        .setRunId("run")
        .setArtifactUri("file:/models")
        .setSha256("0")
        .setFeatureFingerprint("0")
        .setGolden(List.of())
        .setMetrics(Map.of())
        .setAnnouncedAt(Instant.EPOCH)
        .build();
  }

  /** Shows champions unless it is away. */
  private static final class UnsteadyRegistry implements ModelRegistry {
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile int asked;

    @Override
    public void show(ModelAnnouncement champion) throws IOException {
      asked++;
      if (away) {
        throw new IOException("away");
      }
      shown.add(champion.getVersion());
    }

    @Override
    public RegisteredModel register(
        String runId, ModelBundle bundle, Map<String, Double> metrics, int atLeast) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RegisteredModel> ofRun(String runId) {
      return Optional.empty();
    }

    @Override
    public Optional<RegisteredModel> find(String version) {
      return Optional.empty();
    }

    @Override
    public Optional<RegisteredModel> newest() {
      return Optional.empty();
    }

    @Override
    public Optional<RegisteredModel> before(String version) {
      return Optional.empty();
    }

    @Override
    public ModelBundle read(RegisteredModel model) {
      throw new UnsupportedOperationException();
    }
  }
}
