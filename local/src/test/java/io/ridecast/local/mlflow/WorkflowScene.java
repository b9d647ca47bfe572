package io.ridecast.local.mlflow;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.series.DemandSeries;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.forecasting.training.TrainingParameters;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingReason;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.runtime.storage.Storage;
import io.ridecast.runtime.storage.StorageConfig;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.mlflow.MlflowKeeping;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.runs.Assignment;
import io.ridecast.trainer.runs.Interruption;
import io.ridecast.trainer.runs.RunHistory;
import io.ridecast.trainer.runs.RunKeeping;
import io.ridecast.trainer.runs.RunOutcome;
import io.ridecast.trainer.runs.TrainingWorkflow;
import io.ridecast.trainer.steps.BoostedFitting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Trainings on a small history that wait for nothing, one trainer after another. */
final class WorkflowScene {
  private static final int DAYS = 120;

  private final StorageConfig config;
  private final RunHistory runs = new RunHistory();
  private Consumer<TrainingRun> journal = step -> {};
  private Optional<ModelAnnouncement> champion = Optional.empty();

  WorkflowScene(StorageConfig config) {
    this.config = config;
  }

  /** Hears of each step before it counts. */
  void journal(Consumer<TrainingRun> listener) {
    journal = listener;
  }

  RunKeeping keeping() {
    Storage storage = new Storage(config);
    return MlflowKeeping.of(
        storage.mlflow().orElseThrow(), storage, "trouble", "test", InstantSource.system());
  }

  /** What an outcome announces serves from now on, and the registry shows it. */
  void announce(RunOutcome outcome) throws IOException {
    RegisteredModel model = ((RunOutcome.Announce) outcome).model();
    ModelAnnouncement announced =
        ModelAnnouncement.newBuilder()
            .setSequence(1)
            .setName("demand")
            .setRole(ModelRole.CHAMPION)
            .setVersion(Integer.toString(model.version()))
            .setRunId(model.runId())
            .setArtifactUri(model.artifact().toString())
            .setSha256(model.sha256())
            .setFeatureFingerprint(model.featureFingerprint())
            .setGolden(List.of())
            .setMetrics(model.metrics())
            .setAnnouncedAt(Instant.EPOCH)
            .build();
    champion = Optional.of(announced);
    keeping().models().show(announced);
  }

  RunOutcome train(String id) {
    return run(id, TrainingKind.TRAIN);
  }

  /** A trainer that knows nothing but what its servers and the journal hold takes this up. */
  RunOutcome run(String id, TrainingKind kind) {
    TrainingParameters parameters = TrainingParameters.quick().withThreads(1);
    return new TrainingWorkflow(
            Catalogue.chicago(),
            new BoostedFitting(parameters, 0, Duration.ofMinutes(1), () -> Instant.EPOCH),
            keeping(),
            runs,
            InstantSource.system())
        .run(
            new Assignment(request(id, kind), Optional.of(history()), champion),
            this::write,
            new Impatience());
  }

  private void write(TrainingRun step) {
    journal.accept(step);
    runs.apply(step);
  }

  private static TrainingRequest request(String id, TrainingKind kind) {
    return TrainingRequest.newBuilder()
        .setRequestId(id)
        .setKind(kind)
        .setReason(TrainingReason.MANUAL)
        .setRequestedAt(Instant.EPOCH)
        .build();
  }

  private static ClosedHistory history() {
    Random random = new Random(1);
    float[] rides = new float[DAYS];
    for (int day = 0; day < DAYS; day++) {
      double level = 60 + 25 * (day % 7);
      rides[day] = (float) Math.max(0, Math.rint(level + 12 * random.nextGaussian()));
    }
    DemandSeries series = DemandSeries.of(LocalDate.of(2020, 1, 6), rides);
    return ClosedHistory.of(DemandPanel.of(Catalogue.chicago(), Map.of("6", series)));
  }

  /** Never given up, and never waits. */
  private static final class Impatience implements Interruption {
    @Override
    public boolean abandoned() {
      return false;
    }

    @Override
    public void pause(Duration time) {}
  }
}
