package io.ridecast.trainer;

import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.mlflow.MlflowConfig;
import io.ridecast.runtime.mlflow.MlflowServer;
import io.ridecast.runtime.storage.Storage;
import io.ridecast.runtime.storage.StorageConfig;
import io.ridecast.trainer.mlflow.MlflowKeeping;
import io.ridecast.trainer.models.ModelShelf;
import io.ridecast.trainer.runs.RunKeeping;
import io.ridecast.trainer.tracking.FileTracking;
import java.time.InstantSource;
import java.util.Optional;

/** Chooses what keeps models and the records of runs: an MLflow server, or the model store. */
final class Keeping {
  private Keeping() {}

  static RunKeeping of(StorageConfig config, InstantSource wall) {
    Storage storage = new Storage(config);
    Optional<MlflowServer> server = storage.mlflow();
    if (server.isPresent()) {
      String experiment = config.mlflow().map(MlflowConfig::experiment).orElse("ridecast");
      return MlflowKeeping.of(server.get(), storage, experiment, codeVersion(), wall);
    }
    ArtifactStore store = storage.store();
    return new RunKeeping(store, new ModelShelf(store, config.root()), new FileTracking(store));
  }

  /** The version that the build wrote into the jar. */
  private static String codeVersion() {
    return Optional.ofNullable(Keeping.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
