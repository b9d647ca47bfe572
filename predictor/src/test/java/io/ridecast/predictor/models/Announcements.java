package io.ridecast.predictor.models;

import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Announcements for tests to vary. */
public final class Announcements {
  private Announcements() {}

  /** A champion whose every field has something to do with its version. */
  public static ModelAnnouncement.Builder champion(long sequence, String version) {
    return ModelAnnouncement.newBuilder()
        .setSequence(sequence)
        .setName("demand")
        .setRole(ModelRole.CHAMPION)
        .setVersion(version)
        .setRunId("run-" + version)
        .setArtifactUri("file:/models/" + version)
        .setSha256("sha-" + version)
        .setFeatureFingerprint("f")
        .setGolden(List.of())
        .setMetrics(Map.of())
        .setAnnouncedAt(Instant.EPOCH);
  }
}
