package io.ridecast.trainer.duty;

import io.ridecast.forecasting.bundle.GoldenCase;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.trainer.models.Champions;
import io.ridecast.trainer.models.RegisteredModel;
import java.time.Instant;
import java.util.List;

/** Makes the record that announces a champion. */
final class Announcement {
  private Announcement() {}

  static ModelAnnouncement champion(
      RegisteredModel model, List<GoldenCase> golden, long sequence, Instant now) {
    return ModelAnnouncement.newBuilder()
        .setSequence(sequence)
        .setName(Champions.NAME)
        .setRole(ModelRole.CHAMPION)
        .setVersion(Integer.toString(model.version()))
        .setRunId(model.runId())
        .setArtifactUri(model.artifact().toString())
        .setSha256(model.sha256())
        .setFeatureFingerprint(model.featureFingerprint())
        .setGolden(golden.stream().map(Announcement::golden).toList())
        .setMetrics(model.metrics())
        .setAnnouncedAt(now)
        .build();
  }

  private static io.ridecast.records.GoldenCase golden(GoldenCase golden) {
    return new io.ridecast.records.GoldenCase(golden.inputs(), golden.outputs());
  }
}
