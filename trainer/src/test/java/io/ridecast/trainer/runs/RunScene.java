package io.ridecast.trainer.runs;

import io.ridecast.forecasting.catalogue.Catalogue;
import io.ridecast.forecasting.training.DemandPanel;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.records.ModelRole;
import io.ridecast.records.TrainingKind;
import io.ridecast.records.TrainingRequest;
import io.ridecast.records.TrainingRun;
import io.ridecast.records.TrainingStatus;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.runtime.artifacts.FileArtifactStore;
import io.ridecast.trainer.history.ClosedHistory;
import io.ridecast.trainer.models.ModelShelf;
import io.ridecast.trainer.models.RegisteredModel;
import io.ridecast.trainer.models.SampleBundle;
import io.ridecast.trainer.steps.ModelFitting;
import io.ridecast.trainer.tracking.Tracking;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model store in a directory, a journal in memory, and runs on them, one trainer after another.
 */
final class RunScene {
  static final Instant NOW = Instant.parse("2020-09-10T10:00:00Z");

  private final Path directory;
  private final Catalogue catalogue;
  private final UnsteadyStore store;
  private final RunHistory runs = new RunHistory();
  private final List<TrainingRun> journal = new ArrayList<>();
  private final TestInterruption interruption = new TestInterruption();
  private Tracking tracking = Tracking.NONE;
  private Optional<ModelAnnouncement> champion = Optional.empty();
  private Runnable beforeWrite = () -> {};
  private Runnable afterWrite = () -> {};

  RunScene(Path directory) {
    this(directory, Catalogue.chicago());
  }

  RunScene(Path directory, Catalogue catalogue) {
    this.directory = directory;
    this.catalogue = catalogue;
    this.store = new UnsteadyStore(new FileArtifactStore(directory));
  }

  UnsteadyStore store() {
    return store;
  }

  TestInterruption interruption() {
    return interruption;
  }

  /** All records, in order. */
  List<TrainingRun> journal() {
    return List.copyOf(journal);
  }

  /** What was written, as "step status". */
  List<String> written() {
    return journal.stream().map(step -> step.getStep() + " " + step.getStatus()).toList();
  }

  List<TrainingRun> succeeded() {
    return journal.stream().filter(step -> step.getStatus() == TrainingStatus.SUCCEEDED).toList();
  }

  /** A shelf as the next trainer sees it. */
  ModelShelf shelf() {
    return new ModelShelf(store, directory.toUri());
  }

  void tracking(Tracking other) {
    tracking = other;
  }

  void beforeWrite(Runnable what) {
    beforeWrite = what;
  }

  void afterWrite(Runnable what) {
    afterWrite = what;
  }

  /** What an outcome announces serves from now on. */
  void announce(RunOutcome outcome) throws Exception {
    RunOutcome.Announce announce = (RunOutcome.Announce) outcome;
    serve(announce.model());
    runs.apply(announce.lastStep());
  }

  /** The model of this version on the shelf serves from now on. */
  void serve(String version) throws Exception {
    serve(shelf().find(version).orElseThrow());
  }

  private void serve(RegisteredModel model) {
    champion =
        Optional.of(
            ModelAnnouncement.newBuilder()
                .setSequence(5)
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
                .build());
  }

  RunOutcome run(ModelFitting fitting, TrainingRequest request, int days) {
    return run(fitting, request, Optional.of(ClosedHistory.of(SampleBundle.panel(days, 1))));
  }

  RunOutcome run(ModelFitting fitting, TrainingRequest request, DemandPanel panel) {
    return run(fitting, request, Optional.of(ClosedHistory.of(panel)));
  }

  /** A trainer that knows nothing but what the topics and the store hold takes the request up. */
  RunOutcome run(ModelFitting fitting, TrainingRequest request, Optional<ClosedHistory> history) {
    RunKeeping keeping = new RunKeeping(store, shelf(), tracking);
    return new TrainingWorkflow(catalogue, fitting, keeping, runs, () -> NOW)
        .run(new Assignment(request, history, champion), this::write, interruption);
  }

  private void write(TrainingRun step) {
    beforeWrite.run();
    journal.add(step);
    runs.apply(step);
    afterWrite.run();
  }

  static TrainingRequest train(String id) {
    return RunHistoryTest.request(id);
  }

  static TrainingRequest request(TrainingKind kind, String version) {
    return TrainingRequest.newBuilder(RunHistoryTest.request(kind + "-" + version))
        .setKind(kind)
        .setVersion(version)
        .build();
  }

  /** A store whose next writes fail. */
  static final class UnsteadyStore implements ArtifactStore {
    private final ArtifactStore store;
    private int failures;
    private int failedReads;
    private Runnable beforePut = () -> {};
    private Runnable afterPut = () -> {};

    private UnsteadyStore(ArtifactStore store) {
      this.store = store;
    }

    void failures(int count) {
      failures = count;
    }

    /** The next reads fail. */
    void failedReads(int count) {
      failedReads = count;
    }

    void beforePut(Runnable what) {
      beforePut = what;
    }

    void afterPut(Runnable what) {
      afterPut = what;
    }

    @Override
    public URI put(String path, byte[] content) throws ArtifactUnavailable {
      beforePut.run();
      if (failures > 0) {
        failures--;
        throw new ArtifactUnavailable("No space left on device");
      }
      URI address = store.put(path, content);
      afterPut.run();
      return address;
    }

    @Override
    public byte[] get(URI uri) throws ArtifactUnavailable {
      if (failedReads > 0) {
        failedReads--;
        throw new ArtifactUnavailable("Connection refused");
      }
      return store.get(uri);
    }
  }
}
