package io.ridecast.runtime.storage;

import io.ridecast.runtime.artifacts.ArtifactReader;
import io.ridecast.runtime.artifacts.ArtifactStore;
import io.ridecast.runtime.artifacts.ArtifactUnavailable;
import io.ridecast.runtime.artifacts.FileArtifactStore;
import io.ridecast.runtime.artifacts.s3.S3ArtifactStore;
import io.ridecast.runtime.artifacts.s3.S3Objects;
import io.ridecast.runtime.mlflow.MlflowServer;
import io.ridecast.runtime.mlflow.ProxiedArtifacts;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The model store, and a reader and writer of all addresses that a model may have. Nothing is asked
 * before it is needed.
 */
public final class Storage implements ArtifactReader {
  private static final String S3 = "s3";

  private final ArtifactStore store;
  private final S3Objects objects;
  private final Optional<MlflowServer> server;

  public Storage(StorageConfig config) {
    this.objects = new S3Objects(config.s3());
    this.server = config.mlflow().map(MlflowServer::new);
    this.store =
        S3.equals(config.root().getScheme())
            ? new S3ArtifactStore(objects, config.root())
            : new FileArtifactStore(Path.of(config.root()));
  }

  /** The model store. */
  public ArtifactStore store() {
    return store;
  }

  /** The MLflow server, if there is one. */
  public Optional<MlflowServer> mlflow() {
    return server;
  }

  /** Reads from wherever the address says; files only from the model store. */
  @Override
  public byte[] get(URI address) throws ArtifactUnavailable {
    return switch (scheme(address)) {
      case S3 -> objects.get(address);
      case ProxiedArtifacts.SCHEME -> proxied(address).get(address);
      default -> store.get(address);
    };
  }

  /**
   * Writes to S3 or through the MLflow server, as the address says; what was there is replaced.
   *
   * @throws ArtifactUnavailable also for an address of another kind
   */
  public void put(URI address, byte[] content) throws ArtifactUnavailable {
    switch (scheme(address)) {
      case S3 -> objects.put(address, content);
      case ProxiedArtifacts.SCHEME -> proxied(address).put(address, content);
      default ->
          throw new ArtifactUnavailable(
              address + " cannot be written: it is neither s3: nor mlflow-artifacts:");
    }
  }

  private ProxiedArtifacts proxied(URI address) throws ArtifactUnavailable {
    return server
        .map(ProxiedArtifacts::new)
        .orElseThrow(
            () ->
                new ArtifactUnavailable(
                    address + " needs an MLflow server: set MLFLOW_TRACKING_URI"));
  }

  private static String scheme(URI address) {
    return String.valueOf(address.getScheme());
  }
}
