package io.ridecast.trainer.mlflow;

import io.ridecast.forecasting.bundle.InvalidBundle;
import io.ridecast.forecasting.bundle.ModelBundle;
import io.ridecast.records.ModelAnnouncement;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.runtime.mlflow.MlflowFailure;
import io.ridecast.runtime.storage.Storage;
import io.ridecast.trainer.models.ModelRegistry;
import io.ridecast.trainer.models.RegisteredModel;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models in MLflow's registry. A version is made last, when all of its files are there and have
 * been read back; so a version is whole, and what is left of a failed attempt is no version.
 */
final class MlflowModels implements ModelRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(MlflowModels.class);
  private static final String CHAMPION = "champion";
  private static final String CHALLENGER = "challenger";
  private static final String DESCRIPTION =
      "Rides by community and day. In Python it is the booster of the mean alone, which predicts"
          + " the ratio of a day's rides to the community's base level; the bundle beside it, which"
          + " serves, has the quantiles and their calibration too.";

  private final TrainingRuns runs;
  private final ModelVersions versions;
  private final Storage storage;

  MlflowModels(TrainingRuns runs, ModelVersions versions, Storage storage) {
    this.runs = runs;
    this.versions = versions;
    this.storage = storage;
  }

  /** The server numbers its versions itself, so what is free elsewhere does not matter. */
  @Override
  public RegisteredModel register(
      String runId, ModelBundle bundle, Map<String, Double> metrics, int atLeast)
      throws IOException {
    MlflowRun run = runs.of(runId);
    Optional<RegisteredModel> earlier = ofRun(run);
    if (earlier.isPresent()) {
      return challenging(earlier.get());
    }
    URI address = kept(run, bundle);
    versions.requireModel(DESCRIPTION);
    return challenging(
        made(run, VersionTags.of(runId, bundle, address, metrics, runs.codeVersion())));
  }

  @Override
  public Optional<RegisteredModel> ofRun(String runId) throws IOException {
    Optional<MlflowRun> run = runs.find(runId);
    return run.isPresent() ? ofRun(run.get()) : Optional.empty();
  }

  @Override
  public Optional<RegisteredModel> find(String version) throws IOException {
    return versions.find(version);
  }

  @Override
  public Optional<RegisteredModel> newest() throws IOException {
    return versions.all().stream().findFirst();
  }

  @Override
  public Optional<RegisteredModel> before(String version) throws IOException {
    int champion = Integer.parseInt(version);
    return versions.all().stream().filter(model -> model.version() < champion).findFirst();
  }

  @Override
  public ModelBundle read(RegisteredModel model) throws IOException, InvalidBundle {
    return ModelBundle.read(storage.get(model.artifact()), model.sha256());
  }

  @Override
  public void show(ModelAnnouncement champion) throws IOException {
    String version = champion.getVersion();
    if (find(version).filter(model -> model.sha256().equals(champion.getSha256())).isEmpty()) {
      LOG.debug("champion {} is not in MLflow's registry: it was announced before", version);
      return;
    }
    Optional<String> known = Optional.of(version);
    if (!versions.alias(CHAMPION).equals(known)) {
      versions.alias(CHAMPION, version);
    }
    if (versions.alias(CHALLENGER).equals(known)) {
      versions.dropAlias(CHALLENGER);
    }
  }

  private Optional<RegisteredModel> ofRun(MlflowRun run) throws MlflowFailure {
    List<RegisteredModel> all = versions.ofRun(run.id());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Writes all files of a model, and reads back what will serve. */
  private URI kept(MlflowRun run, ModelBundle bundle) throws IOException {
    PythonModel python = new PythonModel(bundle, run.id(), runs.now());
    URI address = run.put(python.bundlePath(), bundle.bytes());
    for (Map.Entry<String, byte[]> file : python.files().entrySet()) {
      run.put(file.getKey(), file.getValue());
    }
    if (!Arrays.equals(storage.get(address), bundle.bytes())) {
      throw new ArtifactUnavailable(address + " does not give back what was written to it");
    }
    run.tags(python.runTags());
    return address;
  }

  /** Makes the version; when the answer is lost, a search tells whether it was made. */
  private RegisteredModel made(MlflowRun run, Map<String, String> tags) throws IOException {
    Optional<MlflowFailure> failure = Optional.empty();
    try {
      versions.create(run, DESCRIPTION, tags);
    } catch (MlflowFailure e) {
      if (!e.uncertain()) {
        throw e;
      }
      failure = Optional.of(e);
    }
    Optional<RegisteredModel> made = ofRun(run);
    if (made.isEmpty()) {
      throw failure.orElseThrow(
          () -> new IllegalStateException("MLflow does not find the version that it has made"));
    }
    return made.get();
  }

  private RegisteredModel challenging(RegisteredModel model) throws MlflowFailure {
    versions.alias(CHALLENGER, Integer.toString(model.version()));
    return model;
  }
}
