package io.ridecast.trainer.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChampionsTest {
  private final Champions champions = new Champions();

  @Test
  void shouldHaveNoneAtFirst() {
    assertThat(champions.champion()).isEmpty();
    assertThat(champions.nextSequence()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheHighestSequenceInWhateverOrder() {
    champions.apply(announcement(2, "1", ModelRole.CHAMPION, "demand"));
    champions.apply(announcement(1, "2", ModelRole.CHAMPION, "demand"));

    assertThat(champions.champion().orElseThrow().getVersion()).isEqualTo("1");
    assertThat(champions.nextSequence()).isEqualTo(3);
  }

  @Test
  void shouldNotMistakeAChallengerOrAnotherModelForTheChampion() {
    champions.apply(announcement(1, "1", ModelRole.CHAMPION, "demand"));
    champions.apply(announcement(2, "2", ModelRole.CHALLENGER, "demand"));
    champions.apply(announcement(3, "3", ModelRole.CHAMPION, "weather"));

    assertThat(champions.champion().orElseThrow().getVersion()).isEqualTo("1");
    assertThat(champions.nextSequence()).isEqualTo(4);
  }

  static ModelAnnouncement announcement(
      long sequence, String version, ModelRole role, String name) {
    return ModelAnnouncement.newBuilder()
        .setSequence(sequence)
        .setName(name)
        .setRole(role)
        .setVersion(version)
        .setRunId("run")
        .setArtifactUri("file:/models")
        .setSha256("0")
        .setFeatureFingerprint("0")
        .setGolden(List.of())
        .setMetrics(Map.of())
        .setAnnouncedAt(Instant.EPOCH)
        .build();
  }
}
